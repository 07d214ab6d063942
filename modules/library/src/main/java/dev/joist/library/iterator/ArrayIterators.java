package dev.joist.library.iterator;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** %ArrayIteratorPrototype%, and the methods entries, keys and values of arrays and typed arrays, which make such iterators. */
public final class ArrayIterators extends Natives {
  /** What iterators of arrays give. */
  public enum Kind { KEYS, VALUES, ENTRIES }

  private static final String PROTOTYPE_MEMBERS = "next/0";

  private final Root prototype;

  public ArrayIterators(Builtins builtins) {
    super(builtins);
    prototype = builtins.root(js.newObject(builtins.vm().realm(Intrinsic.ITERATOR_PROTOTYPE)));
    builtins.define().members(prototype.get(), PROTOTYPE_MEMBERS, this);
    builtins.define().toStringTag(prototype.get(), "Array Iterator");
    vm.realm().set(Intrinsic.ARRAY_ITERATOR_PROTOTYPE, prototype.get());
    vm.realm().set(Intrinsic.ARRAY_ITERATOR_NEXT, js.get(prototype.get(), js.names().next));
  }

  private static final class State implements Traced {
    private long array;
    private final Kind kind;
    private long next;

    State(long array, Kind kind) {
      this.array = array;
      this.kind = kind;
    }

    @Override
    public void trace(Marker marker) {
      marker.mark(array);
    }
  }

  /** A new iterator over an array-like object. */
  public long create(long array, Kind kind) {
    return js.newHost(prototype.get(), new State(array, kind));
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!member.equals("next")) {
      throw unknown(member);
    }
    if (!(js.payload(a.thisValue()) instanceof State state)) {
      throw js.describe().incompatible("Array Iterator.prototype.next", a.thisValue());
    }
    if (state.array == Values.UNDEFINED) {
      return js.iteratorResult(Values.UNDEFINED, true);
    }
    long index = state.next;
    if (index >= js.length(state.array)) {
      state.array = Values.UNDEFINED;
      return js.iteratorResult(Values.UNDEFINED, true);
    }
    state.next++;
    return switch (state.kind) {
      case KEYS -> js.iteratorResult(vm.number(index), false);
      case VALUES -> js.iteratorResult(js.getIndex(state.array, index), false);
      case ENTRIES -> js.iteratorResult(js.newPair(vm.number(index), js.getIndex(state.array, index)), false);
    };
  }
}
