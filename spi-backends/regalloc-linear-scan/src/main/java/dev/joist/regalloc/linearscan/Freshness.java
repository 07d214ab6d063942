package dev.joist.regalloc.linearscan;

import java.util.BitSet;

/**
 * Which registers' memory is stale: their slots in the frame, and the spill slots of those that are unboxed. Also
 * usable as a summary: what a stretch of code makes of any freshness.
 */
final class Freshness {
  private final BitSet staleSlots = new BitSet();
  private final BitSet staleSpills = new BitSet();

  void set(Freshness other) {
    staleSlots.clear();
    staleSlots.or(other.staleSlots);
    staleSpills.clear();
    staleSpills.or(other.staleSpills);
  }

  /** Stale here is what is stale in one of the two; answers whether that is more than before. */
  boolean join(Freshness other) {
    int before = staleSlots.cardinality() + staleSpills.cardinality();
    staleSlots.or(other.staleSlots);
    staleSpills.or(other.staleSpills);
    return staleSlots.cardinality() + staleSpills.cardinality() != before;
  }

  boolean isSlotStale(int register) {
    return staleSlots.get(register);
  }

  boolean isSpillStale(int register) {
    return staleSpills.get(register);
  }

  void slot(int register, boolean stale) {
    staleSlots.set(register, stale);
  }

  void spill(int register, boolean stale) {
    staleSpills.set(register, stale);
  }
}
