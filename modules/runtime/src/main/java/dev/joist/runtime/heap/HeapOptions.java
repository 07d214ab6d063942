package dev.joist.runtime.heap;

/**
 * @param limit bytes of live cells that an engine may have
 * @param poison whether freed cells are overwritten, so that using one shows
 * @param collectAtEverySafepoint whether each safepoint collects, so that a value held too loosely is found
 */
public record HeapOptions(long limit, boolean poison, boolean collectAtEverySafepoint) {
  /** The least limit: an engine's own objects need about this much. */
  public static final long LEAST_LIMIT = 1 << 20;

  public HeapOptions {
    if (limit < LEAST_LIMIT) {
      throw new IllegalArgumentException("heap limit of " + limit + " bytes is less than " + LEAST_LIMIT);
    }
  }

  public static HeapOptions withLimit(long limit) {
    return new HeapOptions(limit, false, false);
  }
}
