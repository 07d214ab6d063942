package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.typed.Base64Decoder.LastChunk;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** What only Uint8Array has: base64 and hexadecimal digits. Source: ECMAScript 2026, 23.3. */
final class ByteTexts extends Natives {
  static final String MEMBERS = "fromBase64/1, fromHex/1";
  static final String PROTOTYPE_MEMBERS = "setFromBase64/1, setFromHex/1, toBase64/0, toHex/0";

  private final TypedArrays arrays;

  ByteTexts(Builtins builtins, TypedArrays arrays) {
    super(builtins);
    this.arrays = arrays;
  }

  /** Bytes read from a text, and what was wrong with it, or null. */
  private record Decoded(byte[] bytes, int read, String error) {}

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "fromBase64" -> created(fromBase64(a));
      case "fromHex" -> created(hex(text(a), Long.MAX_VALUE));
      case "setFromBase64" -> setFromBase64(a);
      case "setFromHex" -> {
        TypedArrayView view = bytes(a);
        String text = text(a);
        arrays.requireInBounds(view);
        yield stored(view, hex(text, view.length()));
      }
      case "toBase64" -> toBase64(a);
      case "toHex" -> {
        TypedArrayView view = bytes(a);
        arrays.requireInBounds(view);
        yield vm.strings().fromJava(HexFormat.of().formatHex(copy(view)));
      }
      default -> throw unknown(member);
    };
  }

  /** The view of a Uint8Array, perhaps out of bounds. */
  private TypedArrayView bytes(Arguments a) {
    TypedArrayView view = arrays.anyView(a.thisValue());
    if (view.type() != ElementType.UINT8) {
      throw vm.typeError("this is not a Uint8Array.");
    }
    return view;
  }

  private String text(Arguments a) {
    if (!Strings.isString(a.get(0))) {
      throw vm.typeError(js.describe(a.get(0)) + " is not a string");
    }
    return vm.strings().toJava(a.get(0));
  }

  /** GetOptionsObject, and an option that has to be one of these strings, of which the first is the default. */
  private String option(long options, String name, String... allowed) {
    if (options == Values.UNDEFINED) {
      return allowed[0];
    }
    if (!js.isObject(options)) {
      throw vm.typeError(js.describe(options) + " is not an object");
    }
    long value = js.get(options, vm.strings().key(name));
    if (value == Values.UNDEFINED) {
      return allowed[0];
    }
    if (Strings.isString(value)) {
      String text = vm.strings().toJava(value);
      for (String known : allowed) {
        if (known.equals(text)) {
          return known;
        }
      }
    }
    throw vm.typeError("The option '" + name + "' has an invalid value");
  }

  private boolean isUrl(long options) {
    return option(options, "alphabet", "base64", "base64url").equals("base64url");
  }

  private LastChunk lastChunk(long options) {
    return switch (option(options, "lastChunkHandling", "loose", "strict", "stop-before-partial")) {
      case "loose" -> LastChunk.LOOSE;
      case "strict" -> LastChunk.STRICT;
      default -> LastChunk.STOP_BEFORE_PARTIAL;
    };
  }

  private static Decoded base64(String text, boolean url, LastChunk lastChunk, long most) {
    Base64Decoder decoder = new Base64Decoder(text, url, lastChunk, most);
    byte[] bytes = decoder.decode();
    return new Decoded(bytes, decoder.read(), decoder.error());
  }

  /** FromHex. */
  private static Decoded hex(String text, long most) {
    if (text.length() % 2 != 0) {
      return new Decoded(new byte[0], 0, "The hexadecimal input has an odd number of digits.");
    }
    int count = (int) Math.min(text.length() / 2, most);
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      char high = text.charAt(2 * i);
      char low = text.charAt(2 * i + 1);
      if (!HexFormat.isHexDigit(high) || !HexFormat.isHexDigit(low)) {
        return new Decoded(Arrays.copyOf(bytes, i), 2 * i, "Found a character that is no hexadecimal digit.");
      }
      bytes[i] = (byte) (HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low));
    }
    return new Decoded(bytes, 2 * count, null);
  }

  private Decoded fromBase64(Arguments a) {
    String text = text(a);
    boolean url = isUrl(a.get(1));
    return base64(text, url, lastChunk(a.get(1)), Long.MAX_VALUE);
  }

  private long created(Decoded decoded) {
    if (decoded.error != null) {
      throw vm.syntaxError(decoded.error);
    }
    return ByteArrays.create(builtins, decoded.bytes);
  }

  private long setFromBase64(Arguments a) {
    TypedArrayView view = bytes(a);
    String text = text(a);
    boolean url = isUrl(a.get(1));
    LastChunk lastChunk = lastChunk(a.get(1));
    arrays.requireInBounds(view);
    return stored(view, base64(text, url, lastChunk, view.length()));
  }

  /** What came before an error is stored all the same. */
  private long stored(TypedArrayView view, Decoded decoded) {
    for (int i = 0; i < decoded.bytes.length; i++) {
      Memory.putByte(view.at(i), decoded.bytes[i]);
    }
    if (decoded.error != null) {
      throw vm.syntaxError(decoded.error);
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle result = scope.hold(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
      js.createDataProperty(result.get(), vm.strings().key("read"), Values.int32(decoded.read));
      js.createDataProperty(result.get(), vm.strings().key("written"), Values.int32(decoded.bytes.length));
      return result.get();
    }
  }

  private long toBase64(Arguments a) {
    TypedArrayView view = bytes(a);
    boolean url = isUrl(a.get(0));
    boolean bare = a.get(0) != Values.UNDEFINED && js.toBoolean(js.get(a.get(0), vm.strings().key("omitPadding")));
    arrays.requireInBounds(view);
    js.checkStringLength(4.0 * Math.ceil(view.length() / 3.0));
    Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
    byte[] text = (bare ? encoder.withoutPadding() : encoder).encode(copy(view));
    return vm.strings().fromJava(new String(text, StandardCharsets.ISO_8859_1));
  }

  private static byte[] copy(TypedArrayView view) {
    byte[] bytes = new byte[Math.toIntExact(view.length())];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Memory.getByte(view.at(i));
    }
    return bytes;
  }
}
