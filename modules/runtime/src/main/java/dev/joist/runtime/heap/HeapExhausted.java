package dev.joist.runtime.heap;

/** The heap limit is reached. Becomes a RangeError that a program can catch. */
public final class HeapExhausted extends RuntimeException {
  private static final long serialVersionUID = 1;

  public HeapExhausted(String message) {
    super(message, null, false, false);
  }
}
