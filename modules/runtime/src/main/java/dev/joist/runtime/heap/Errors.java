package dev.joist.runtime.heap;

/** Makes JavaScript exceptions for the layers that know nothing of the VM. */
public interface Errors {
  /** To be thrown: a TypeError with this message. */
  RuntimeException typeError(String message);

  /** To be thrown: a RangeError with this message. */
  RuntimeException rangeError(String message);
}
