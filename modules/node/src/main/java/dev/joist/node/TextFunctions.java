package dev.joist.node;

import dev.joist.library.console.Formatter;
import dev.joist.library.console.InspectOptions;
import dev.joist.library.console.Inspector;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.typed.ByteArrays;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** What the modules util and buffer stand on. */
final class TextFunctions extends Natives {
  private static final String MEMBERS = "inspect/2, format/0, encode/2, decode/2";

  private final Formatter formatter;

  private TextFunctions(Builtins builtins) {
    super(builtins);
    formatter = new Formatter(builtins);
  }

  static long define(Builtins builtins) {
    long object = builtins.root(builtins.js().newObject(builtins.vm().realm(Intrinsic.OBJECT_PROTOTYPE))).get();
    builtins.define().members(object, MEMBERS, new TextFunctions(builtins));
    return object;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "inspect" -> vm.strings().fromJava(Inspector.inspect(builtins, a.get(0), InspectOptions.of(builtins, a.get(1))));
      case "format" -> vm.strings().fromJava(formatter.format(a.from(0)));
      case "encode" -> ByteArrays.create(builtins, encode(js.toText(a.get(0)), js.toText(a.get(1))));
      case "decode" -> vm.strings().fromJava(decode(ByteArrays.read(builtins, a.get(0)), js.toText(a.get(1))));
      default -> throw unknown(member);
    };
  }

  private static byte[] encode(String text, String encoding) {
    return switch (encoding) {
      case "latin1" -> narrow(text);
      case "utf16le" -> text.getBytes(StandardCharsets.UTF_16LE);
      case "hex" -> hex(text);
      case "base64", "base64url" -> base64(text);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] narrow(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }

  /** Ends, as node does, where the text is no longer hexadecimal. */
  private static byte[] hex(String text) {
    int end = 0;
    while (end < text.length() && HexFormat.isHexDigit(text.charAt(end))) {
      end++;
    }
    return HexFormat.of().parseHex(text.substring(0, end & ~1));
  }

  private static byte[] base64(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
      char c = text.charAt(i) == '-' ? '+' : text.charAt(i) == '_' ? '/' : text.charAt(i);
      if (c == '+' || c == '/' || c < 128 && Character.isLetterOrDigit(c)) {
        digits.append(c);
      }
    }
    if (digits.length() % 4 == 1) {
      digits.setLength(digits.length() - 1);
    }
    return Base64.getDecoder().decode(digits.toString());
  }

  private static String decode(byte[] bytes, String encoding) {
    return switch (encoding) {
      case "latin1" -> new String(bytes, StandardCharsets.ISO_8859_1);
      case "utf16le" -> new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16LE);
      case "hex" -> HexFormat.of().formatHex(bytes);
      case "base64" -> Base64.getEncoder().encodeToString(bytes);
      case "base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      default -> new String(bytes, StandardCharsets.UTF_8);
    };
  }
}
