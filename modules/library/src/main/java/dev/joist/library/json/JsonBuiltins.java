package dev.joist.library.json;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** The JSON object. */
public final class JsonBuiltins extends Natives {
  private static final String MEMBERS = "parse/2, stringify/3";
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
      default -> throw unknown(member);
    };
  }

  private long parse(Arguments a) {
    String text = js.toText(a.get(0));
    long value = new JsonParser(builtins, text).parse();
    if (!js.isCallable(a.get(1))) {
      return value;
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle root = scope.hold(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
      long key = vm.strings().key("");
      js.createDataProperty(root.get(), key, value);
      return revive(root.get(), key, a.get(1));
    }
  }

  private long revive(long holder, long key, long reviver) {
    builtins.enterNested();
    try (HandleScope scope = vm.heap().openScope()) {
      Handle value = scope.hold(js.get(holder, key));
      if (js.isArray(value.get())) {
        long length = js.length(value.get());
        for (long k = 0; k < length; k++) {
          reviveProperty(value.get(), js.indexKey(k), reviver);
        }
      } else if (js.isObject(value.get())) {
        KeyList keys = js.ownKeys(scope, value.get());
        for (int i = 0; i < keys.size(); i++) {
          if (js.isOwnEnumerable(value.get(), keys.get(i)) && !PropertyKey.isSymbol(keys.get(i))) {
            reviveProperty(value.get(), keys.get(i), reviver);
          }
        }
      }
      return vm.call(reviver, holder, vm.strings().keyToString(key), value.get());
    } finally {
      builtins.leaveNested();
    }
  }

  private void reviveProperty(long object, long key, long reviver) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle held = scope.hold(key);
      long revived = revive(object, held.get(), reviver);
      if (revived == Values.UNDEFINED) {
        js.delete(object, held.get());
      } else {
        js.tryCreateDataProperty(object, held.get(), revived);
      }
    }
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
