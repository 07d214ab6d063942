package dev.joist.runtime.heap;

/** A Java payload of a cell that holds Values. */
@FunctionalInterface
public interface Traced {
  /** Marks each Value held. Called at most once in each collection, only when the cell is live. */
  void trace(Marker marker);
}
