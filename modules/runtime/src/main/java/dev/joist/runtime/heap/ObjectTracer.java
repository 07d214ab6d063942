package dev.joist.runtime.heap;

/** Knows the layout of objects, which depends on their shapes. */
public interface ObjectTracer {
  void beginMark();

  /** Marks what an object refers to, but for its payload. */
  void trace(long address, int kind, Marker marker);
}
