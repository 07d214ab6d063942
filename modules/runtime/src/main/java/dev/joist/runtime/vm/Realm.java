package dev.joist.runtime.vm;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.RootProvider;
import dev.joist.spi.value.Values;
import java.util.Arrays;

/** The objects that the runtime itself needs by name. */
public final class Realm implements RootProvider {
  private final long[] intrinsics = new long[Intrinsic.values().length];

  Realm() {
    Arrays.fill(intrinsics, Values.UNDEFINED);
  }

  /** The object's Value, undefined before it is set. */
  public long get(Intrinsic intrinsic) {
    return intrinsics[intrinsic.ordinal()];
  }

  public void set(Intrinsic intrinsic, long object) {
    intrinsics[intrinsic.ordinal()] = object;
  }

  @Override
  public void markRoots(Marker marker) {
    for (long object : intrinsics) {
      marker.mark(object);
    }
  }
}
