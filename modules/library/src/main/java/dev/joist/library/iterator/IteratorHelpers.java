package dev.joist.library.iterator;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** %IteratorHelperPrototype%. */
final class IteratorHelpers extends Natives {
  private static final String PROTOTYPE_MEMBERS = "next/0, return/0";

  private final Root prototype;

  IteratorHelpers(Builtins builtins) {
    super(builtins);
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.ITERATOR_PROTOTYPE)));
    builtins.define().members(prototype.get(), PROTOTYPE_MEMBERS, this);
    builtins.define().toStringTag(prototype.get(), "Iterator Helper");
  }

  long create(IteratorHelper helper) {
    return js.newHost(prototype.get(), helper);
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!(js.payload(a.thisValue()) instanceof IteratorHelper helper)) {
      throw js.describe().incompatible("Iterator Helper.prototype." + member, a.thisValue());
    }
    switch (member) {
      case "next" -> {
        long value = helper.next(vm);
        return value == Values.HOLE ? js.iteratorResult(Values.UNDEFINED, true) : js.iteratorResult(value, false);
      }
      case "return" -> {
        helper.end(vm);
        return js.iteratorResult(Values.UNDEFINED, true);
      }
      default -> throw unknown(member);
    }
  }
}
