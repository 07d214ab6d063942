package dev.joist.library.object;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.string.PropertyKey;

/** Object's functions that list properties. */
final class ObjectKeys extends Natives {
  static final String MEMBERS = "entries/1, getOwnPropertyNames/1, getOwnPropertySymbols/1, keys/1, values/1";

  ObjectKeys(Builtins builtins) {
    super(builtins);
  }

  @Override
  protected long call(Arguments a, String member) {
    try (HandleScope scope = vm.heap().openScope(); RootedValues result = builtins.rootedValues()) {
      Handle object = scope.hold(js.toObject(a.get(0)));
      KeyList keys = js.ownKeys(scope, object.get());
      for (int i = 0; i < keys.size(); i++) {
        long key = keys.get(i);
        boolean symbol = PropertyKey.isSymbol(key);
        switch (member) {
          case "getOwnPropertyNames" -> {
            if (!symbol) {
              result.add(vm.strings().keyToString(key));
            }
          }
          case "getOwnPropertySymbols" -> {
            if (symbol) {
              result.add(key);
            }
          }
          default -> {
            if (!symbol && js.isOwnEnumerable(object.get(), key)) {
              result.add(listed(object.get(), key, member));
            }
          }
        }
      }
      return result.toArray();
    }
  }

  private long listed(long object, long key, String member) {
    return switch (member) {
      case "keys" -> vm.strings().keyToString(key);
      case "values" -> js.get(object, key);
      case "entries" -> {
        long value = js.get(object, key);
        yield js.newPair(vm.strings().keyToString(key), value);
      }
      default -> throw unknown(member);
    };
  }
}
