package dev.joist.library.array;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.iterator.ArrayIterators;
import dev.joist.library.iterator.ArrayIterators.Kind;
import dev.joist.runtime.vm.Arguments;

/** Array.prototype's methods that make iterators. */
final class ArrayIteratorMethods extends Natives {
  static final String MEMBERS = "entries/0, keys/0, values/0, @@iterator = values";

  private final ArrayIterators iterators;

  ArrayIteratorMethods(Builtins builtins, ArrayIterators iterators) {
    super(builtins);
    this.iterators = iterators;
  }

  @Override
  protected long call(Arguments a, String member) {
    long self = js.toObject(a.thisValue());
    return switch (member) {
      case "entries" -> iterators.create(self, Kind.ENTRIES);
      case "keys" -> iterators.create(self, Kind.KEYS);
      case "values" -> iterators.create(self, Kind.VALUES);
      default -> throw unknown(member);
    };
  }
}
