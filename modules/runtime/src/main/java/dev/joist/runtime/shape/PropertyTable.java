package dev.joist.runtime.shape;

import dev.joist.runtime.string.PropertyKey;
import java.util.Arrays;

/**
 * Properties in order of insertion: key, slot and attributes. Shapes of one line of descent share a table: each sees the first so many
 * entries of it, and only the one that sees all may append.
 */
final class PropertyTable {
  private static final int LINEAR = 8;
  private static final int ATTRIBUTE_BITS = 8;
  private static final int ATTRIBUTE_MASK = (1 << ATTRIBUTE_BITS) - 1;

  /** A removed entry's key. */
  private static final long REMOVED = 0;

  private long[] keys;
  private int[] info;
  private int size;
  /** Open addressing: entry + 1, 0 for free, at most half full; null while a linear search does. */
  private int[] index;

  PropertyTable(int capacity) {
    keys = new long[capacity];
    info = new int[capacity];
  }

  /** A table of its own with the first count entries. */
  PropertyTable copy(int count) {
    PropertyTable copy = new PropertyTable(Math.max(4, count + 2));
    for (int i = 0; i < count; i++) {
      if (keys[i] != REMOVED) {
        copy.append(keys[i], slot(i), attributes(i));
      }
    }
    return copy;
  }

  int size() {
    return size;
  }

  /** 0 for an entry that was removed. */
  long key(int entry) {
    return keys[entry];
  }

  int slot(int entry) {
    return info[entry] >>> ATTRIBUTE_BITS;
  }

  int attributes(int entry) {
    return info[entry] & ATTRIBUTE_MASK;
  }

  void setAttributes(int entry, int attributes) {
    info[entry] = slot(entry) << ATTRIBUTE_BITS | attributes;
  }

  void append(long key, int slot, int attributes) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      info = Arrays.copyOf(info, size * 2);
    }
    keys[size] = key;
    info[size] = slot << ATTRIBUTE_BITS | attributes;
    size++;
    if (index != null && size <= index.length / 2) {
      enter(key, size);
    } else if (size > LINEAR) {
      buildIndex();
    }
  }

  private void buildIndex() {
    index = new int[Integer.highestOneBit(Math.max(size, LINEAR)) * 4];
    for (int i = 0; i < size; i++) {
      if (keys[i] != REMOVED) {
        enter(keys[i], i + 1);
      }
    }
  }

  private void enter(long key, int entryPlusOne) {
    int mask = index.length - 1;
    int at = PropertyKey.hash(key) & mask;
    while (index[at] != 0) {
      at = at + 1 & mask;
    }
    index[at] = entryPlusOne;
  }

  /** The entry of a key among the first count, or -1. */
  int find(long key, int count) {
    if (index == null) {
      for (int i = 0; i < count; i++) {
        if (keys[i] == key) {
          return i;
        }
      }
      return -1;
    }
    int mask = index.length - 1;
    for (int at = PropertyKey.hash(key) & mask; index[at] != 0; at = at + 1 & mask) {
      int entry = index[at] - 1;
      if (keys[entry] == key) {
        return entry < count ? entry : -1;
      }
    }
    return -1;
  }

  /** Removes an entry; the others keep their numbers until {@link #compact}. */
  void remove(int entry) {
    keys[entry] = REMOVED;
  }

  /** Drops removed entries; entries get new numbers, in the same order. */
  void compact() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (keys[i] != REMOVED) {
        keys[kept] = keys[i];
        info[kept] = info[i];
        kept++;
      }
    }
    size = kept;
    index = null;
    if (size > LINEAR) {
      buildIndex();
    }
  }
}
