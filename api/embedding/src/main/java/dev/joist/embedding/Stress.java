package dev.joist.embedding;

/** Ways to make rare things happen all the time, for tests. */
public enum Stress {
  /** Collect garbage at every safepoint. */
  COLLECT,
  /** Fill freed cells with a pattern that is no Value. */
  POISON,
  /** Let every guard in compiled code fail the first time it is reached. */
  DEOPTIMIZE
}
