package dev.joist.runtime.heap;

/** A Java payload that can grow large. Its memory counts against the heap limit: at each collection, and in between by {@link Heap#growJava}. */
@FunctionalInterface
public interface Sized {
  /** About how many bytes of Java memory it takes. */
  long javaBytes();
}
