package dev.joist.runtime.memory;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/** Off-heap memory of one engine, given back as a whole. Belongs to one thread, but any thread may close it. */
public final class NativeMemory implements AutoCloseable {
  private final Arena arena = Arena.ofShared();
  private final List<Long> addresses = new ArrayList<>();

  /** Nothing is taken from the system yet. */
  public NativeMemory() {}

  /**
   * Zeroed memory, there until {@link #close}.
   *
   * @param alignment a power of two
   * @return its address, or 0 when the system or the JVM refuses so much
   */
  public long allocate(long bytes, long alignment) {
    long address;
    try {
      address = arena.allocate(bytes, alignment).address();
    } catch (OutOfMemoryError refused) {
      return 0;
    }
    Memory.register(address, bytes);
    addresses.add(address);
    return address;
  }

  @Override
  public void close() {
    addresses.forEach(Memory::unregister);
    addresses.clear();
    arena.close();
  }
}
