package dev.joist.library.json;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.library.json.ParsedJson.Elements;
import dev.joist.library.json.ParsedJson.Members;
import dev.joist.library.json.ParsedJson.Primitive;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** JSON.parse's second half: has a reviver replace the values, the innermost first. Source: ECMAScript 2026, 25.5.1.1. */
final class Reviving {
  private final Builtins builtins;
  private final Vm vm;
  private final Js js;
  private final long reviver;

  /** @param reviver a function that the caller keeps alive */
  Reviving(Builtins builtins, long reviver) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
    this.reviver = reviver;
  }

  /** What becomes of a whole text's value. */
  long revive(ParsedJson parsed) {
    try (HandleScope scope = vm.heap().openScope()) {
      scope.hold(parsed);
      Handle root = scope.hold(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
      long key = vm.strings().key("");
      js.createDataProperty(root.get(), key, parsed.value());
      return revive(root.get(), key, parsed);
    }
  }

  /** @param parsed what the property was made of, null when it was not there */
  private long revive(long holder, long key, ParsedJson parsed) {
    builtins.enterNested();
    try (HandleScope scope = vm.heap().openScope()) {
      Handle value = scope.hold(js.get(holder, key));
      ParsedJson unchanged = parsed != null && js.sameValue(parsed.value(), value.get()) ? parsed : null;
      if (js.isArray(value.get())) {
        long length = js.length(value.get());
        for (long k = 0; k < length; k++) {
          boolean known = unchanged instanceof Elements array && k < array.elements().size();
          reviveProperty(value.get(), js.indexKey(k), known ? ((Elements) unchanged).elements().get((int) k) : null);
        }
      } else if (js.isObject(value.get())) {
        KeyList keys = js.enumerableKeys(scope, value.get());
        for (int i = 0; i < keys.size(); i++) {
          reviveProperty(value.get(), keys.get(i), member(unchanged, keys.get(i)));
        }
      }
      Handle context = scope.hold(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
      if (unchanged instanceof Primitive primitive) {
        js.createDataProperty(context.get(), vm.strings().key("source"), vm.strings().fromJava(primitive.source()));
      }
      return vm.call(reviver, holder, vm.strings().keyToString(key), value.get(), context.get());
    } finally {
      builtins.leaveNested();
    }
  }

  private ParsedJson member(ParsedJson object, long key) {
    return object instanceof Members known ? known.members().get(vm.strings().toJava(vm.strings().keyToString(key))) : null;
  }

  private void reviveProperty(long object, long key, ParsedJson parsed) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle held = scope.hold(key);
      long revived = revive(object, held.get(), parsed);
      if (revived == Values.UNDEFINED) {
        js.delete(object, held.get());
      } else {
        js.tryCreateDataProperty(object, held.get(), revived);
      }
    }
  }
}
