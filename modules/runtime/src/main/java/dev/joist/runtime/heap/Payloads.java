package dev.joist.runtime.heap;

import java.util.Arrays;

/** Java objects that belong to cells: the cell holds an index. An index is free again when its cell is swept. */
public final class Payloads {
  /** About what a small payload takes in Java memory. */
  public static final int BYTES = 64;

  private Object[] objects = new Object[64];
  private int[] free = new int[16];
  private int freeCount;
  private int next = 1;

  /** No payload yet. */
  public Payloads() {}

  /** The index of a new payload; never 0. */
  public int add(Object payload) {
    int index;
    if (freeCount > 0) {
      index = free[--freeCount];
    } else {
      index = next++;
      if (index == objects.length) {
        objects = Arrays.copyOf(objects, index * 2);
      }
    }
    objects[index] = payload;
    return index;
  }

  /** The payload of an index; null for 0. */
  public Object get(int index) {
    return objects[index];
  }

  public void set(int index, Object payload) {
    objects[index] = payload;
  }

  void release(int index) {
    objects[index] = null;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = index;
  }
}
