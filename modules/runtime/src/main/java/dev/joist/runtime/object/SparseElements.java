package dev.joist.runtime.object;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Sized;
import dev.joist.runtime.heap.Traced;
import java.util.Arrays;

/** Elements by index in a hash table: for few elements far apart, and for elements with attributes of their own. */
final class SparseElements implements Traced, Sized {
  private static final long FREE = -1;
  private static final long REMOVED = -2;
  private static final int BYTES_A_PLACE = 17;

  private final Heap heap;
  private long[] indices = new long[16];
  private long[] values = new long[16];
  private byte[] attributes = new byte[16];
  private int count;
  /** Places that are not FREE; at most half of all. */
  private int used;

  SparseElements(Heap heap) {
    this.heap = heap;
    Arrays.fill(indices, FREE);
  }

  int count() {
    return count;
  }

  private static int hash(long index) {
    return (int) (index * 0x9E37_79B9_7F4A_7C15L >>> 32);
  }

  /** Where an index is, or -1. */
  int find(long index) {
    int mask = indices.length - 1;
    for (int at = hash(index) & mask; indices[at] != FREE; at = at + 1 & mask) {
      if (indices[at] == index) {
        return at;
      }
    }
    return -1;
  }

  long value(int place) {
    return values[place];
  }

  int attributes(int place) {
    return attributes[place];
  }

  void setValue(int place, long value) {
    values[place] = value;
  }

  /** Adds an element or replaces it. */
  void put(long index, long value, int newAttributes) {
    int place = find(index);
    if (place < 0) {
      if (used >= indices.length / 2) {
        rehash();
      }
      used++;
      place = insert(index);
      count++;
    }
    values[place] = value;
    attributes[place] = (byte) newAttributes;
  }

  private int insert(long index) {
    int mask = indices.length - 1;
    int at = hash(index) & mask;
    while (indices[at] != FREE) {
      at = at + 1 & mask;
    }
    indices[at] = index;
    return at;
  }

  private void rehash() {
    int capacity = Math.max(16, Integer.highestOneBit(count + 1) * 4);
    heap.growJava(Math.max(0, capacity - indices.length) * (long) BYTES_A_PLACE);
    long[] oldIndices = indices;
    long[] oldValues = values;
    byte[] oldAttributes = attributes;
    indices = new long[capacity];
    Arrays.fill(indices, FREE);
    values = new long[capacity];
    attributes = new byte[capacity];
    for (int i = 0; i < oldIndices.length; i++) {
      if (oldIndices[i] >= 0) {
        int place = insert(oldIndices[i]);
        values[place] = oldValues[i];
        attributes[place] = oldAttributes[i];
      }
    }
    used = count;
  }

  void remove(int place) {
    indices[place] = REMOVED;
    values[place] = 0;
    count--;
  }

  void restrict(int mask) {
    for (int i = 0; i < attributes.length; i++) {
      attributes[i] &= (byte) mask;
    }
  }

  /** All indices, ascending. */
  long[] sorted() {
    long[] all = new long[count];
    int at = 0;
    for (long index : indices) {
      if (index >= 0) {
        all[at++] = index;
      }
    }
    Arrays.sort(all);
    return all;
  }

  @Override
  public long javaBytes() {
    return indices.length * (long) BYTES_A_PLACE;
  }

  @Override
  public void trace(Marker marker) {
    for (long value : values) {
      marker.mark(value);
    }
  }
}
