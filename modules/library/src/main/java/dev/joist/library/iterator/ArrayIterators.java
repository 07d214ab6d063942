package dev.joist.library.iterator;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.operations.ArrayIterator;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** %ArrayIteratorPrototype%. */
public final class ArrayIterators extends Natives {
  private static final String PROTOTYPE_MEMBERS = "next/0";

  private ArrayIterators(Builtins builtins) {
    super(builtins);
  }

  /** Makes the prototype. */
  public static void define(Builtins builtins) {
    long prototype = builtins.js().newObject(builtins.vm().realm(Intrinsic.ITERATOR_PROTOTYPE));
    builtins.vm().realm().set(Intrinsic.ARRAY_ITERATOR_PROTOTYPE, prototype);
    builtins.define().members(prototype, PROTOTYPE_MEMBERS, new ArrayIterators(builtins));
    builtins.define().toStringTag(prototype, "Array Iterator");
    builtins.vm().realm().set(Intrinsic.ARRAY_ITERATOR_NEXT, builtins.js().get(prototype, builtins.js().names().next));
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!member.equals("next")) {
      throw unknown(member);
    }
    ArrayIterator iterator = ArrayIterator.of(vm, a.thisValue());
    if (iterator == null) {
      throw js.describe().incompatible("Array Iterator.prototype.next", a.thisValue());
    }
    long value = iterator.step(vm);
    return value == Values.HOLE ? js.iteratorResult(Values.UNDEFINED, true) : js.iteratorResult(value, false);
  }
}
