package dev.joist.runtime.heap;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.memory.NativeMemory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Memory beside the cells: pieces that never move, and are reused by size when they are given back. */
final class OutsideMemory {
  private static final long CHUNK_BYTES = 64 << 10;
  private static final int ALIGNMENT = 16;

  private final NativeMemory memory;
  private final MemoryListener listener;
  private final boolean poison;
  private final Map<Long, Deque<Long>> free = new HashMap<>();
  private long next;
  private long end;

  OutsideMemory(NativeMemory memory, MemoryListener listener, boolean poison) {
    this.memory = memory;
    this.listener = listener;
    this.poison = poison;
  }

  /** Zeroed memory, its address a multiple of 16; 0 when the system gives none. */
  long allocate(long bytes) {
    long size = size(bytes);
    Deque<Long> reusable = free.get(size);
    if (reusable != null && !reusable.isEmpty()) {
      long address = reusable.pop();
      Memory.fillLongs(address, size / Long.BYTES, 0);
      return address;
    }
    return size <= end - next || addChunk(size) ? bump(size) : 0;
  }

  private boolean addChunk(long size) {
    long chunk = Math.max(size, CHUNK_BYTES);
    long address = memory.allocate(chunk, ALIGNMENT);
    if (address == 0) {
      return false;
    }
    listener.reserved(address, chunk);
    next = address;
    end = address + chunk;
    return true;
  }

  private long bump(long size) {
    long address = next;
    next += size;
    return address;
  }

  /** Takes back a piece, for which so many bytes were asked. */
  void free(long address, long bytes) {
    long size = size(bytes);
    if (poison) {
      Memory.fillLongs(address, size / Long.BYTES, Sweeper.POISON);
    }
    free.computeIfAbsent(size, _ -> new ArrayDeque<>()).push(address);
  }

  private static long size(long bytes) {
    return bytes + ALIGNMENT - 1 & -ALIGNMENT;
  }
}
