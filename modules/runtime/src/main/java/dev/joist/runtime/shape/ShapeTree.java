package dev.joist.runtime.shape;

import dev.joist.runtime.heap.Marker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All shapes that come from one root by transitions. They live and die together: while an object has one of them, or while the tree is pinned. They keep the
 * prototype and the keys alive.
 */
final class ShapeTree {
  final long prototype;
  /** Whether its shapes belong to one object, which serves as a prototype. */
  final boolean owned;
  /** At least one; a dictionary is alone. */
  final List<Shape> shapes = new ArrayList<>();
  private long[] keys = new long[4];
  private int keyCount;
  private int markedIn = -1;

  ShapeTree(long prototype, boolean owned) {
    this.prototype = prototype;
    this.owned = owned;
  }

  void keep(long key) {
    if (keyCount == keys.length) {
      keys = Arrays.copyOf(keys, keyCount * 2);
    }
    keys[keyCount++] = key;
  }

  boolean isMarkedIn(int collection) {
    return markedIn == collection;
  }

  void mark(Marker marker, int collection) {
    if (markedIn == collection) {
      return;
    }
    markedIn = collection;
    marker.mark(prototype);
    for (int i = 0; i < keyCount; i++) {
      marker.mark(keys[i]);
    }
    if (shapes.getFirst().isDictionary()) {
      shapes.getFirst().markKeys(marker);
    }
  }
}
