package dev.joist.runtime.object;

import dev.joist.runtime.heap.Marker;

/** Knows what the code of functions refers to. */
@FunctionalInterface
public interface CodeTracer {
  /** Marks what a function object refers to by its code. */
  void traceCode(long info, Marker marker);
}
