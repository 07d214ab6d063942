package dev.joist.runtime.vm;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.CacheLookup;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;

/**
 * What is known of properties at sites that have seen too many shapes: one table for the engine, by shape and name, each
 * entry in one place only. Machine code reads it, too. Collections empty it, since names' addresses are used anew.
 */
public final class StubCache {
  /** Added to the address of a property's name, so that loads, stores, definitions and questions do not meet. */
  public static final int LOAD = 1;
  public static final int STORE = 2;
  public static final int DEFINE = 3;
  /** Whether a private name is there. */
  public static final int PRESENCE = 4;

  private static final int NAME_SHIFT = 4;

  private final Heap heap;
  private final long context;
  private long table;

  StubCache(Heap heap, long context) {
    this.heap = heap;
    this.context = context;
    heap.addAfterMark(_ -> clear());
  }

  private void clear() {
    if (table != 0) {
      for (int i = 0; i < Layout.STUB_CACHE_ENTRIES; i++) {
        Memory.putInt(table + (long) i * Layout.STUB_CACHE_ENTRY_BYTES + Layout.SITE_KEY, 0);
      }
    }
  }

  private long entry(int shape, long name) {
    int index = ((int) (name + (name >>> NAME_SHIFT)) ^ shape) & Layout.STUB_CACHE_ENTRIES - 1;
    return table + (long) index * Layout.STUB_CACHE_ENTRY_BYTES;
  }

  /** The address of what is known, laid out as in a site, or 0. */
  public long find(int shape, long name) {
    if (table == 0) {
      return 0;
    }
    long entry = entry(shape, name);
    boolean hit = (Memory.getInt(entry + Layout.SITE_KEY) & (1 << PropertyKind.SHIFT) - 1) == shape
        && Memory.getLong(entry + Layout.STUB_CACHE_NAME) == name;
    return hit ? entry : 0;
  }

  /** Where to write facts of the shape found last, in the place of others. */
  public long claim(CacheLookup found, long name) {
    if (table == 0) {
      table = heap.allocateOutside((long) Layout.STUB_CACHE_ENTRIES * Layout.STUB_CACHE_ENTRY_BYTES);
      Memory.putLong(context + Layout.CONTEXT_STUB_CACHE, table);
    }
    long entry = entry(found.shapeId(), name);
    Memory.putInt(entry + Layout.SITE_KEY, 0);
    Memory.putLong(entry + Layout.STUB_CACHE_NAME, name);
    return entry;
  }

  /** How often machine code has found what it looked for. */
  public long hits() {
    return Memory.getLong(context + Layout.CONTEXT_STUB_CACHE_HITS);
  }
}
