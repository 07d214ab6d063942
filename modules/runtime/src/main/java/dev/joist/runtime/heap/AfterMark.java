package dev.joist.runtime.heap;

/** Keeps a table of addresses outside the heap in step with it. */
@FunctionalInterface
public interface AfterMark {
  /** Forgets all cells that are not live; called in each collection before they are freed. Allocates no cell. */
  void afterMark(Liveness liveness);
}
