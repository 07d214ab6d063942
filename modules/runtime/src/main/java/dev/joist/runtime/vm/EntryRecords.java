package dev.joist.runtime.vm;

import java.util.Arrays;

/** For each call from Java what was running before it: Java's half of the ENTRY frames' links, innermost last. */
final class EntryRecords {
  private long[] bases = new long[32];
  private int[] offsets = new int[32];
  private int count;

  void push(long base, int offset) {
    if (count == bases.length) {
      bases = Arrays.copyOf(bases, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
    }
    bases[count] = base;
    offsets[count++] = offset;
  }

  void pop() {
    count--;
  }

  int count() {
    return count;
  }

  /** The base of the frame that was topmost, 0 when there was none. */
  long base(int index) {
    return bases[index];
  }

  /** The offset of the instruction it was at. */
  int offset(int index) {
    return offsets[index];
  }
}
