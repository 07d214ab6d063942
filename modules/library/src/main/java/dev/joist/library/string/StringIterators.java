package dev.joist.library.string;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** %StringIteratorPrototype%, and String.prototype[Symbol.iterator]. */
final class StringIterators extends Natives {
  static final String METHOD = "@@iterator/0";
  private static final String PROTOTYPE_MEMBERS = "next/0";

  private final Root prototype;

  StringIterators(Builtins builtins) {
    super(builtins);
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.ITERATOR_PROTOTYPE)));
    builtins.define().members(prototype.get(), PROTOTYPE_MEMBERS, this);
    builtins.define().toStringTag(prototype.get(), "String Iterator");
  }

  private static final class State implements Traced {
    private long string;
    private int next;

    State(long string) {
      this.string = string;
    }

    @Override
    public void trace(Marker marker) {
      marker.mark(string);
    }
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "@@iterator" -> js.newHost(prototype.get(), new State(js.thisText(a.thisValue(), "String.prototype[Symbol.iterator]")));
      case "next" -> next(a);
      default -> throw unknown(member);
    };
  }

  private long next(Arguments a) {
    if (!(js.payload(a.thisValue()) instanceof State state)) {
      throw js.describe().incompatible("String Iterator.prototype.next", a.thisValue());
    }
    int length = vm.strings().length(state.string);
    if (state.next >= length) {
      state.string = vm.strings().empty();
      state.next = 0;
      return js.iteratorResult(Values.UNDEFINED, true);
    }
    int start = state.next++;
    boolean pair = Character.isHighSurrogate((char) vm.strings().charAt(state.string, start)) && state.next < length
        && Character.isLowSurrogate((char) vm.strings().charAt(state.string, state.next));
    if (pair) {
      state.next++;
    }
    return js.iteratorResult(vm.strings().substring(state.string, start, state.next), false);
  }
}
