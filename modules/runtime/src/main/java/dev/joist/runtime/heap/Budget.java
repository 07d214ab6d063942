package dev.joist.runtime.heap;

/** When to collect, and when to give up. */
final class Budget {
  /**
   * At least so much is allocated between two collections, while the limit allows it. Little enough that the same memory is used again while it is in
   * the processor's caches: the first touch of a page costs more than marking what lives in small programs.
   */
  private static final long LEAST = 16 << 20;
  private static final long LEAST_NEAR_LIMIT = 64 << 10;

  /** Collecting is no use any more when less than this part of the limit is free afterwards. */
  private static final int RESERVE_PART = 32;

  /** What a program may allocate between two collections when it is over the limit. */
  private static final int ALLOWANCE_PART = 64;

  private long limit;
  private final long slack;
  private long live;
  private long liveInCells;
  private long sinceCollection;
  private long allowance;
  /** A collection that leaves more than this live is an error. */
  private long threshold;
  private boolean collectionWanted;

  Budget(long limit) {
    this.limit = limit;
    this.slack = Math.max(limit / 8, 1 << 20);
    this.threshold = lowestThreshold();
    this.allowance = allowance();
  }

  private long lowestThreshold() {
    return limit - limit / RESERVE_PART;
  }

  private long allowance() {
    long nearLimit = Math.max(LEAST_NEAR_LIMIT, limit / ALLOWANCE_PART);
    return Math.min(Math.max(LEAST, live), Math.max(nearLimit, limit - live));
  }

  long liveBytes() {
    return liveInCells;
  }

  boolean isCollectionWanted() {
    return collectionWanted;
  }

  void wantCollection() {
    collectionWanted = true;
  }

  boolean hasRoomFor(long bytes) {
    return live + sinceCollection + bytes <= limit;
  }

  /** Whether so many bytes more pass the limit by no more than what the distance of safepoints excuses. */
  boolean isWithinReach(long bytes) {
    return live + sinceCollection + bytes <= limit + slack;
  }

  /** So many bytes are used; answers whether a collection is due. */
  boolean allocated(long bytes) {
    sinceCollection += bytes;
    return sinceCollection > allowance;
  }

  void collected(long liveBytes, long javaBytes) {
    live = liveBytes + javaBytes;
    liveInCells = liveBytes;
    sinceCollection = 0;
    collectionWanted = false;
    allowance = allowance();
  }

  /**
   * Fails when too much is live. What the program then catches the error with gets some more, since what it dropped may be referred to by
   * stale registers for a while.
   */
  void checkAfterCollection() {
    if (live > threshold) {
      threshold = Math.min(limit + slack / 2, live + slack / 4);
      throw exhausted();
    }
    threshold = Math.max(lowestThreshold(), Math.min(threshold, live + slack / 4));
  }

  /** The system gives no more than this. */
  HeapExhausted refuse(long reservedBytes) {
    limit = Math.min(limit, Math.max(reservedBytes, HeapOptions.LEAST_LIMIT));
    return new HeapExhausted("Out of memory: the system refuses more than " + describe(reservedBytes)
        + " off-heap (see -XX:MaxDirectMemorySize)");
  }

  HeapExhausted exhausted() {
    return new HeapExhausted("Out of memory: heap limit of " + describe(limit) + " reached");
  }

  private static String describe(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : bytes + " bytes";
  }
}
