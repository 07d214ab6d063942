package dev.joist.runtime.vm;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;

/** The memory of the register files. */
public final class VmStack {
  public static final long DEFAULT_BYTES = 1 << 20;

  /**
   * Above the limit there is room for the registers of the topmost frame that begins below, which are 255 at most, for those of a leaf's that it calls, for the
   * spare ones of both, for the window of a native's call and for the header of the frame that does not fit.
   */
  private static final long SLACK_BYTES = 8 * (3 * 256L + 2 * Layout.SPARE_REGISTERS + Link.MAX_ARGC / 64);

  private static final int UNTOUCHED_WORDS = 512;

  private final long start;
  private final long limit;

  VmStack(Heap heap, long bytes) {
    start = heap.allocateOutside(bytes + SLACK_BYTES);
    limit = start + bytes;
  }

  public long start() {
    return start;
  }

  /** No register file may begin above this, but that of a leaf. */
  public long limit() {
    return limit;
  }

  /**
   * Forgets everything from an address on, so that stale registers never name cells that are gone. A frame has a header that is not 0 and
   * at most 255 registers, so after so many words of 0 no frame has ever been, or none since the last time.
   */
  void clearFrom(long top) {
    int zeros = 0;
    for (long at = top, end = limit + SLACK_BYTES; at < end && zeros < UNTOUCHED_WORDS; at += 8) {
      if (Memory.getLong(at) == 0) {
        zeros++;
      } else {
        Memory.putLong(at, 0);
        zeros = 0;
      }
    }
  }
}
