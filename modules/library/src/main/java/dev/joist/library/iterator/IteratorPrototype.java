package dev.joist.library.iterator;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;

/** %IteratorPrototype%: every iterator is its own iterable. */
public final class IteratorPrototype extends Natives {
  private static final String MEMBERS = "@@iterator/0";

  private IteratorPrototype(Builtins builtins) {
    super(builtins);
  }

  /** Defines the prototype's members. */
  public static long define(Builtins builtins) {
    long prototype = builtins.vm().realm(Intrinsic.ITERATOR_PROTOTYPE);
    builtins.define().members(prototype, MEMBERS, new IteratorPrototype(builtins));
    return prototype;
  }

  @Override
  protected long call(Arguments a, String member) {
    return a.thisValue();
  }
}
