package dev.joist.library.collection;

import dev.joist.runtime.heap.Liveness;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.WeakTraced;
import dev.joist.spi.value.Values;
import java.util.HashMap;
import java.util.Map;

/** Values by cells that it does not keep alive. */
final class WeakTable implements WeakTraced {
  private final Map<Long, Long> entries = new HashMap<>();

  /** The value, or the hole. */
  long get(long key) {
    return entries.getOrDefault(key, Values.HOLE);
  }

  void put(long key, long value) {
    entries.put(key, value);
  }

  boolean remove(long key) {
    return entries.remove(key) != null;
  }

  @Override
  public void traceEphemerons(Marker marker, Liveness liveness) {
    entries.forEach((key, value) -> {
      if (liveness.isLive(Values.address(key))) {
        marker.mark(value);
      }
    });
  }

  @Override
  public void clearDead(Liveness liveness) {
    entries.keySet().removeIf(key -> !liveness.isLive(Values.address(key)));
  }
}
