package dev.joist.runtime.heap;

/**
 * The sizes that small cells come in. A cell takes the smallest class that holds it; the allocation cursors are indexed by
 * class. Larger cells lie in pages of their own.
 */
public final class SizeClasses {
  /** Every cell's size and address is a multiple of this. */
  public static final int GRANULE = 16;

  /** Largest size of a small cell, in bytes. */
  public static final int LARGEST = 8192;

  private static final int FINE_LARGEST = 512;
  private static final int FINE_COUNT = FINE_LARGEST / GRANULE;
  private static final int COARSE_SHIFT = 7;
  private static final int[] COARSE_BYTES = {640, 768, 896, 1024, 1280, 1536, 1792, 2048, 2560, 3072, 4096, LARGEST};
  private static final byte[] COARSE_CLASS = coarseClasses();

  /** How many classes there are. */
  public static final int COUNT = FINE_COUNT + COARSE_BYTES.length;

  private SizeClasses() {}

  private static byte[] coarseClasses() {
    byte[] classes = new byte[(LARGEST >> COARSE_SHIFT) + 1];
    int coarse = 0;
    for (int i = (FINE_LARGEST >> COARSE_SHIFT) + 1; i < classes.length; i++) {
      while (COARSE_BYTES[coarse] < i << COARSE_SHIFT) {
        coarse++;
      }
      classes[i] = (byte) (FINE_COUNT + coarse);
    }
    return classes;
  }

  /** The class of a cell of 1 to {@link #LARGEST} bytes. */
  public static int of(int bytes) {
    return bytes <= FINE_LARGEST ? (bytes - 1) / GRANULE : COARSE_CLASS[(bytes + (1 << COARSE_SHIFT) - 1) >> COARSE_SHIFT];
  }

  /** The size of a class's cells, in bytes. */
  public static int bytes(int sizeClass) {
    return sizeClass < FINE_COUNT ? (sizeClass + 1) * GRANULE : COARSE_BYTES[sizeClass - FINE_COUNT];
  }
}
