package dev.joist.runtime.vm;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;

/** The memory of the register files. */
public final class VmStack {
  public static final long DEFAULT_BYTES = 1 << 20;

  /** Above the limit there is room for the window of a native's call and for the header of the frame that does not fit. */
  private static final long SLACK_BYTES = 8 * (256L + Link.MAX_ARGC / 64);

  private final long start;
  private final long limit;

  VmStack(Heap heap, long bytes) {
    start = heap.allocateOutside(bytes + SLACK_BYTES);
    limit = start + bytes;
  }

  public long start() {
    return start;
  }

  /** No register file may end above this. */
  public long limit() {
    return limit;
  }

  /** Forgets everything from an address on, so that stale registers never name cells that are gone. */
  void clearFrom(long top) {
    Memory.fill(top, limit + SLACK_BYTES - top, 0);
  }
}
