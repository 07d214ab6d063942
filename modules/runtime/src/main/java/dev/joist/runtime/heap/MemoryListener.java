package dev.joist.runtime.heap;

/** Hears of memory that machine code may touch. */
@FunctionalInterface
public interface MemoryListener {
  void reserved(long address, long bytes);
}
