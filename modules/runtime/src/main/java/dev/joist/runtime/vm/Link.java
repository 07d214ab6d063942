package dev.joist.runtime.vm;

import dev.joist.spi.layout.Layout;

/** The link word of a frame: from where it was called, and how. See docs/spec/frames-and-values.md. */
public final class Link {
  private static final long OFFSET_MASK = (1L << Layout.LINK_OFFSET_BITS) - 1;
  private static final long DELTA_MASK = (1L << Layout.LINK_DELTA_BITS) - 1;
  private static final long ARGC_MASK = (1L << Layout.LINK_ARGC_BITS) - 1;

  /** Most arguments a call may have. */
  public static final int MAX_ARGC = (int) ARGC_MASK;

  private Link() {}

  /**
   * The payload of a link.
   *
   * @param offset of the calling instruction
   * @param deltaBytes from the caller's base to the callee's
   * @param flags LINK_CONSTRUCT, LINK_ENTRY
   */
  public static long of(int offset, long deltaBytes, int argc, long flags) {
    return offset | deltaBytes >> 3 << Layout.LINK_DELTA_SHIFT | (long) argc << Layout.LINK_ARGC_SHIFT | flags;
  }

  public static int offset(long link) {
    return (int) (link & OFFSET_MASK);
  }

  /** Bytes from the caller's base to the callee's. */
  public static long delta(long link) {
    return (link >> Layout.LINK_DELTA_SHIFT & DELTA_MASK) << 3;
  }

  public static int argc(long link) {
    return (int) (link >> Layout.LINK_ARGC_SHIFT & ARGC_MASK);
  }

  public static boolean isConstruct(long link) {
    return (link & Layout.LINK_CONSTRUCT) != 0;
  }

  public static boolean isEntry(long link) {
    return (link & Layout.LINK_ENTRY) != 0;
  }
}
