package dev.joist.library.json;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** The JSON object. */
public final class JsonBuiltins extends Natives {
  private static final String MEMBERS = "parse/2, stringify/3, rawJSON/1, isRawJSON/1";
  private static final String RAW = "rawJSON";
  private static final int MOST_SPACES = 10;

  private JsonBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Makes the JSON object. */
  public static long define(Builtins builtins) {
    long object = builtins.js().newObject(builtins.vm().realm(Intrinsic.OBJECT_PROTOTYPE));
    builtins.define().members(object, MEMBERS, new JsonBuiltins(builtins));
    builtins.setJsonStringify(builtins.js().get(object, builtins.vm().strings().key("stringify")));
    builtins.define().toStringTag(object, "JSON");
    return object;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "parse" -> parse(a);
      case "stringify" -> stringify(a);
      case RAW -> rawJson(a);
      case "isRawJSON" -> Values.bool(js.payload(a.get(0)) instanceof RawJson);
      default -> throw unknown(member);
    };
  }

  private long parse(Arguments a) {
    JsonParser parser = new JsonParser(builtins, js.toText(a.get(0)));
    return js.isCallable(a.get(1)) ? new Reviving(builtins, a.get(1)).revive(parser.parseRecorded()) : parser.parse();
  }

  /** An object that stringify writes as this text, which has to be that of a primitive. */
  private long rawJson(Arguments a) {
    String text = js.toText(a.get(0));
    if (text.isEmpty() || isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1)) || "{[".indexOf(text.charAt(0)) >= 0) {
      throw vm.syntaxError("Invalid value for JSON.rawJSON");
    }
    new JsonParser(builtins, text).parse();
    long raw = js.newHost(Values.NULL, new RawJson(text));
    js.createDataProperty(raw, vm.strings().key(RAW), vm.strings().fromJava(text));
    vm.objects().integrity().restrict(raw, true);
    return raw;
  }

  private static boolean isSpace(char c) {
    return c == '\t' || c == '\n' || c == '\r' || c == ' ';
  }

  private long stringify(Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      long replacer = js.isCallable(a.get(1)) ? a.get(1) : Values.UNDEFINED;
      KeyList allowed = js.isArray(a.get(1)) ? allowedKeys(scope, a.get(1)) : null;
      String text = new JsonSerializer(builtins, replacer, allowed, gap(a.get(2))).serialize(a.get(0));
      return text == null ? Values.UNDEFINED : vm.strings().fromJava(text);
    }
  }

  private KeyList allowedKeys(HandleScope scope, long array) {
    KeyList keys = js.keyList(scope);
    long length = js.length(array);
    for (long k = 0; k < length; k++) {
      long item = js.getIndex(array, k);
      long plain = js.unwrapped(item);
      if (Strings.isString(plain) || Values.isNumber(plain)) {
        long key = vm.strings().key(js.toStringValue(item));
        if (!keys.contains(key)) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  private String gap(long space) {
    long plain = js.unwrapped(space);
    if (Values.isNumber(plain)) {
      int spaces = (int) Math.max(0, Math.min(MOST_SPACES, js.toInteger(js.isObject(space) ? vm.number(js.toNumber(space)) : plain)));
      return " ".repeat(spaces);
    }
    if (Strings.isString(plain)) {
      String text = js.toText(space);
      return text.substring(0, Math.min(MOST_SPACES, text.length()));
    }
    return "";
  }
}
