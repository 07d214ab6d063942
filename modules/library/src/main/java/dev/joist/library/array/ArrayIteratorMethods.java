package dev.joist.library.array;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.operations.ArrayIterator;
import dev.joist.runtime.operations.ArrayIterator.Kind;
import dev.joist.runtime.vm.Arguments;

/** Array.prototype's methods that make iterators. */
final class ArrayIteratorMethods extends Natives {
  static final String MEMBERS = "entries/0, keys/0, values/0, @@iterator = values";

  ArrayIteratorMethods(Builtins builtins) {
    super(builtins);
  }

  @Override
  protected long call(Arguments a, String member) {
    Kind kind = switch (member) {
      case "entries" -> Kind.ENTRIES;
      case "keys" -> Kind.KEYS;
      case "values" -> Kind.VALUES;
      default -> throw unknown(member);
    };
    return ArrayIterator.create(vm, js.toObject(a.thisValue()), kind);
  }
}
