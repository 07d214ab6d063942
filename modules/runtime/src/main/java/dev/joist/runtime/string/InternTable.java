package dev.joist.runtime.string;

import dev.joist.runtime.heap.AfterMark;
import dev.joist.runtime.heap.Liveness;
import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;

/** The strings that are property keys, held weakly: open addressing over their addresses, at most half full. */
final class InternTable implements AfterMark {
  private long[] table = new long[2048];
  private int count;

  /** The interned string with the same characters; the given one becomes it when there is none. */
  long intern(long flat, int hash) {
    int mask = table.length - 1;
    int at = spread(hash) & mask;
    for (long cell = table[at]; cell != 0; cell = table[at]) {
      if (Memory.getInt(cell + Layout.STRING_HASH) == hash && FlatStrings.equal(cell, flat)) {
        return cell;
      }
      at = at + 1 & mask;
    }
    Memory.putChar(flat + Layout.CELL_FLAGS, Memory.getChar(flat + Layout.CELL_FLAGS) | Layout.STRING_FLAG_KEY);
    table[at] = flat;
    if (++count > table.length / 2) {
      rehash(table.length * 2);
    }
    return flat;
  }

  /** The interned string with these characters, or 0. */
  long find(String text, int hash) {
    int mask = table.length - 1;
    int at = spread(hash) & mask;
    for (long cell = table[at]; cell != 0; cell = table[at]) {
      if (Memory.getInt(cell + Layout.STRING_HASH) == hash && FlatStrings.equal(cell, text)) {
        return cell;
      }
      at = at + 1 & mask;
    }
    return 0;
  }

  private static int spread(int hash) {
    return hash ^ hash >>> 15;
  }

  private void rehash(int capacity) {
    long[] old = table;
    table = new long[capacity];
    for (long cell : old) {
      if (cell != 0) {
        insert(cell);
      }
    }
  }

  private void insert(long cell) {
    int mask = table.length - 1;
    int at = spread(Memory.getInt(cell + Layout.STRING_HASH)) & mask;
    while (table[at] != 0) {
      at = at + 1 & mask;
    }
    table[at] = cell;
  }

  @Override
  public void afterMark(Liveness liveness) {
    long[] old = table;
    int live = 0;
    for (int i = 0; i < old.length; i++) {
      if (old[i] != 0 && !liveness.isLive(old[i])) {
        old[i] = 0;
      } else if (old[i] != 0) {
        live++;
      }
    }
    if (live < count) {
      count = live;
      rehash(old.length);
    }
  }
}
