package dev.joist.library.regexp;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** %RegExpStringIteratorPrototype%: what matchAll answers. */
final class RegExpStringIterators extends Natives {
  private final RegExpExecution execution;
  private final Root prototype;

  RegExpStringIterators(Builtins builtins, RegExpExecution execution) {
    super(builtins);
    this.execution = execution;
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.ITERATOR_PROTOTYPE)));
    builtins.define().members(prototype.get(), "next/0", this);
    builtins.define().toStringTag(prototype.get(), "RegExp String Iterator");
  }

  private static final class State implements Traced {
    private final long matcher;
    private final long string;
    private final boolean global;
    private final boolean byCodePoints;
    private boolean done;

    State(long matcher, long string, boolean global, boolean byCodePoints) {
      this.matcher = matcher;
      this.string = string;
      this.global = global;
      this.byCodePoints = byCodePoints;
    }

    @Override
    public void trace(Marker marker) {
      marker.mark(matcher);
      marker.mark(string);
    }
  }

  long create(long matcher, long string, boolean global, boolean byCodePoints) {
    return js.newHost(prototype.get(), new State(matcher, string, global, byCodePoints));
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!(js.payload(a.thisValue()) instanceof State state)) {
      throw js.describe().incompatible("%RegExpStringIterator%.prototype." + member, a.thisValue());
    }
    if (state.done) {
      return js.iteratorResult(Values.UNDEFINED, true);
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle result = scope.hold(execution.exec(state.matcher, state.string));
      if (result.get() == Values.NULL) {
        state.done = true;
        return js.iteratorResult(Values.UNDEFINED, true);
      }
      if (!state.global) {
        state.done = true;
      } else if (vm.strings().length(js.toStringValue(js.getIndex(result.get(), 0))) == 0) {
        execution.advanceLastIndex(state.matcher, state.string, state.byCodePoints);
      }
      return js.iteratorResult(result.get(), false);
    }
  }
}
