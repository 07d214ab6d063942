package dev.joist.runtime.object;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import java.util.Arrays;

/** Property keys in order. Who calls JavaScript while using one keeps it in a handle scope. */
public final class KeyList implements Traced {
  private long[] keys = new long[16];
  private int size;

  /** No key yet. */
  public KeyList() {}

  public void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = key;
  }

  public int size() {
    return size;
  }

  public long get(int index) {
    return keys[index];
  }

  public boolean contains(long key) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void trace(Marker marker) {
    for (int i = 0; i < size; i++) {
      marker.mark(keys[i]);
    }
  }
}
