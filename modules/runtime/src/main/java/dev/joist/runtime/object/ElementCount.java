package dev.joist.runtime.object;

/** The payload of an object whose elements array iterators count without asking for its length property: a typed array's. */
public interface ElementCount {
  /** How many there are now; TypeError when the object cannot be iterated over any more. */
  long iterationLength();
}
