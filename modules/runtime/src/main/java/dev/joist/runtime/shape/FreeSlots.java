package dev.joist.runtime.shape;

import java.util.Arrays;

/** Slots of a dictionary that removed properties left. */
final class FreeSlots {
  private int[] slots = new int[8];
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  void add(int slot) {
    if (count == slots.length) {
      slots = Arrays.copyOf(slots, count * 2);
    }
    slots[count++] = slot;
  }

  int take() {
    return slots[--count];
  }
}
