package dev.joist.library.collection;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Sized;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.value.Values;
import java.util.Arrays;

/**
 * Keys and values in order of insertion, keys told apart by SameValueZero. {@link Cursor}s go through it while it changes: they see what is added
 * behind them and do not see what is removed before they come to it.
 */
public final class ValueTable implements Traced, Sized {
  private static final int NONE = -1;
  private static final long REMOVED = Values.HOLE;
  private static final int FIRST_CAPACITY = 8;
  private static final long BYTES_AN_ENTRY = 28;

  private final Heap heap;
  private final Strings strings;
  /** First entry of each bucket. */
  private int[] buckets = newBuckets(FIRST_CAPACITY);
  private long[] keys = new long[FIRST_CAPACITY];
  private long[] values = new long[FIRST_CAPACITY];
  /** The next entry of the same bucket. */
  private int[] chains = new int[FIRST_CAPACITY];
  /** Entries that were ever added, removed ones included. */
  private int used;
  private int size;
  private Compaction lastCompaction = new Compaction();

  ValueTable(Heap heap, Strings strings) {
    heap.growJava(FIRST_CAPACITY * BYTES_AN_ENTRY);
    this.heap = heap;
    this.strings = strings;
  }

  private static int[] newBuckets(int capacity) {
    int[] buckets = new int[2 * capacity];
    Arrays.fill(buckets, NONE);
    return buckets;
  }

  /** Entries that are there. */
  public int size() {
    return size;
  }

  /** A key as it is kept: integral numbers are int32s, -0 is 0. */
  static long normalised(long key) {
    if (Values.isDouble(key)) {
      double number = Values.asDouble(key);
      int integer = (int) number;
      return integer == number ? Values.int32(integer) : key;
    }
    return key;
  }

  private int hash(long key) {
    long mixed;
    if (Strings.isString(key)) {
      mixed = strings.hash(key);
    } else if (Values.isDouble(key)) {
      mixed = Double.doubleToLongBits(Values.asDouble(key));
    } else {
      mixed = key;
    }
    mixed *= 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 33);
  }

  private boolean isSame(long a, long b) {
    if (a == b) {
      return true;
    }
    if (Strings.isString(a)) {
      return Strings.isString(b) && strings.equals(a, b);
    }
    return Values.isDouble(a) && Values.isDouble(b)
        && (Values.asDouble(a) == Values.asDouble(b) || Double.isNaN(Values.asDouble(a)) && Double.isNaN(Values.asDouble(b)));
  }

  /** The entry of a normalised key, or -1. */
  int find(long key) {
    for (int entry = buckets[hash(key) & buckets.length - 1]; entry != NONE; entry = chains[entry]) {
      if (isSame(keys[entry], key)) {
        return entry;
      }
    }
    return NONE;
  }

  long value(int entry) {
    return values[entry];
  }

  /** Adds or replaces. */
  void put(long key, long value) {
    int entry = find(key);
    if (entry != NONE) {
      values[entry] = value;
      return;
    }
    if (used == keys.length) {
      rebuild(size > used / 2 ? 2 * used : used);
    }
    keys[used] = key;
    values[used] = value;
    link(used++);
    size++;
  }

  private void link(int entry) {
    int bucket = hash(keys[entry]) & buckets.length - 1;
    chains[entry] = buckets[bucket];
    buckets[bucket] = entry;
  }

  /** Whether the normalised key was there. */
  boolean remove(long key) {
    int bucket = hash(key) & buckets.length - 1;
    int previous = NONE;
    for (int entry = buckets[bucket]; entry != NONE; previous = entry, entry = chains[entry]) {
      if (isSame(keys[entry], key)) {
        if (previous == NONE) {
          buckets[bucket] = chains[entry];
        } else {
          chains[previous] = chains[entry];
        }
        keys[entry] = REMOVED;
        values[entry] = Values.UNDEFINED;
        size--;
        return true;
      }
    }
    return false;
  }

  void clear() {
    Arrays.fill(keys, 0, used, REMOVED);
    size = 0;
    rebuild(FIRST_CAPACITY);
  }

  /** Leaves removed entries out, and tells the cursors which they were. */
  private void rebuild(int capacity) {
    heap.growJava(Math.max(0, capacity - keys.length) * BYTES_AN_ENTRY);
    int[] removed = new int[used - size];
    int removedCount = 0;
    long[] oldKeys = keys;
    long[] oldValues = values;
    int oldUsed = used;
    keys = new long[capacity];
    values = new long[capacity];
    chains = new int[capacity];
    buckets = newBuckets(capacity);
    used = 0;
    for (int i = 0; i < oldUsed; i++) {
      if (oldKeys[i] == REMOVED) {
        removed[removedCount++] = i;
      } else {
        keys[used] = oldKeys[i];
        values[used] = oldValues[i];
        link(used++);
      }
    }
    if (removedCount > 0) {
      lastCompaction.removed = removed;
      lastCompaction.next = new Compaction();
      lastCompaction = lastCompaction.next;
    }
  }

  @Override
  public long javaBytes() {
    return keys.length * BYTES_AN_ENTRY;
  }

  @Override
  public void trace(Marker marker) {
    for (int i = 0; i < used; i++) {
      marker.mark(keys[i]);
      marker.mark(values[i]);
    }
  }

  /** One renumbering of the entries, or the one to come; cursors that have not moved since find all that they missed behind it. */
  private static final class Compaction {
    private int[] removed;
    private Compaction next;
  }

  /** A new cursor before the first entry. */
  public Cursor cursor() {
    return new Cursor(this);
  }

  /** A place in a table. */
  public static final class Cursor {
    private final ValueTable table;
    private Compaction seen;
    private int next;
    private int current = NONE;

    private Cursor(ValueTable table) {
      this.table = table;
      this.seen = table.lastCompaction;
    }

    /** Goes to the next entry; false when there is none (now). */
    public boolean advance() {
      catchUp();
      while (next < table.used && table.keys[next] == REMOVED) {
        next++;
      }
      if (next >= table.used) {
        return false;
      }
      current = next++;
      return true;
    }

    /** Another cursor in the same place. */
    Cursor copy() {
      Cursor copy = new Cursor(table);
      copy.seen = seen;
      copy.next = next;
      return copy;
    }

    private void catchUp() {
      while (seen.next != null) {
        int before = 0;
        for (int index : seen.removed) {
          if (index < next) {
            before++;
          }
        }
        next -= before;
        seen = seen.next;
      }
    }

    /** Of the entry gone to; valid until the table changes. */
    public long key() {
      return table.keys[current];
    }

    /** As {@link #key}. */
    public long value() {
      return table.values[current];
    }
  }
}
