package dev.joist.runtime.vm;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.RootProvider;
import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.Arrays;

/** The objects and symbols that the runtime itself needs by name. */
public final class Realm implements RootProvider {
  private final Vm vm;
  private final long[] intrinsics = new long[Intrinsic.values().length];
  private final long[] symbols = new long[WellKnownSymbol.values().length];

  Realm(Vm vm) {
    this.vm = vm;
    Arrays.fill(intrinsics, Values.UNDEFINED);
    for (WellKnownSymbol symbol : WellKnownSymbol.values()) {
      symbols[symbol.ordinal()] = vm.symbols().newSymbol(vm.strings().fromJava("Symbol." + symbol.property()));
    }
  }

  /** The object's Value, undefined before it is set. */
  public long get(Intrinsic intrinsic) {
    return intrinsics[intrinsic.ordinal()];
  }

  public void set(Intrinsic intrinsic, long object) {
    intrinsics[intrinsic.ordinal()] = object;
    long objectPrototype = get(Intrinsic.OBJECT_PROTOTYPE);
    long arrayPrototype = get(Intrinsic.ARRAY_PROTOTYPE);
    if ((intrinsic == Intrinsic.OBJECT_PROTOTYPE || intrinsic == Intrinsic.ARRAY_PROTOTYPE) && objectPrototype != Values.UNDEFINED
        && arrayPrototype != Values.UNDEFINED) {
      vm.objects().factory().setPrototypes(objectPrototype, arrayPrototype);
      Memory.putInt(vm.context() + Layout.CONTEXT_ARRAY_SHAPE, vm.objects().factory().arrayShape().id());
    }
  }

  /** The symbol's Value, which is its property key as well. */
  public long symbol(WellKnownSymbol symbol) {
    return symbols[symbol.ordinal()];
  }

  @Override
  public void markRoots(Marker marker) {
    for (long object : intrinsics) {
      marker.mark(object);
    }
    for (long symbol : symbols) {
      marker.mark(symbol);
    }
  }
}
