package dev.joist.runtime.heap;

/** What a collection has found to be live by now. */
@FunctionalInterface
public interface Liveness {
  /** Whether a cell is marked. */
  boolean isLive(long address);
}
