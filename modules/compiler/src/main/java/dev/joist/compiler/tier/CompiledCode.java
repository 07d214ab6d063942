package dev.joist.compiler.tier;

import java.util.Map;

/** A function's installed code. */
final class CompiledCode {
  private static final int FIRST_BUDGET = 100;
  private static final int BUDGET_GROWTH = 8;
  private static final int MAX_BUDGET = 1 << 24;

  private final long address;
  private final long bytes;
  private final Map<Integer, Integer> entries;
  private final int[] sites;
  private int slowPaths;
  private int budget;

  /**
   * @param bytes of code from the address on
   * @param entries where frames go on in the middle, by bytecode offset: offsets from the address
   * @param sites what was known when the code was made
   * @param earlier how often the function has been compiled before
   */
  CompiledCode(long address, long bytes, Map<Integer, Integer> entries, int[] sites, int earlier) {
    this.address = address;
    this.bytes = bytes;
    this.entries = entries;
    this.sites = sites;
    budget = FIRST_BUDGET;
    for (int i = 0; i < earlier; i++) {
      grow();
    }
  }

  private void grow() {
    budget = Math.min(MAX_BUDGET, budget * BUDGET_GROWTH);
  }

  long entry() {
    return address;
  }

  long bytes() {
    return bytes;
  }

  int[] sites() {
    return sites;
  }

  boolean hasEntry(int target) {
    return entries.containsKey(target);
  }

  /** The address to go on with a frame at, by the bytecode offset of a loop's head, or of where a suspended frame is resumed. */
  long entry(int target) {
    return address + entries.get(target);
  }

  /**
   * Counts a slow path; true now and then, when so many have been taken that the code had better know what is known by
   * now.
   */
  boolean isTooSlow() {
    if (++slowPaths < budget) {
      return false;
    }
    slowPaths = 0;
    grow();
    return true;
  }
}
