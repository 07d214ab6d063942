package dev.joist.runtime.heap;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.memory.NativeMemory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Runs of pages, cut from chunks that grow with what there is already. */
final class PageSpace {
  static final int PAGE_BYTES = 4096;

  private static final long FIRST_CHUNK_BYTES = 1 << 20;
  private static final long LARGEST_CHUNK_BYTES = 32 << 20;

  /** A chunk is this part of what is reserved: its pages are touched to zero them, needed or not. */
  private static final int GROWTH_PART = 4;

  private final NativeMemory memory;
  private final MemoryListener listener;
  private final List<Chunk> chunks = new ArrayList<>();
  private long reservedBytes;

  PageSpace(NativeMemory memory, MemoryListener listener) {
    this.memory = memory;
    this.listener = listener;
  }

  private static final class Chunk {
    final long address;
    final int pages;
    final BitSet used;
    /** Free pages that are not known to be zero. */
    final BitSet dirty;
    int freePages;

    Chunk(long address, int pages) {
      this.address = address;
      this.pages = pages;
      this.used = new BitSet(pages);
      this.dirty = new BitSet(pages);
      this.freePages = pages;
    }

    /** The first page of a free run, or -1. */
    int find(int count) {
      if (freePages < count) {
        return -1;
      }
      int first = used.nextClearBit(0);
      while (first + count <= pages) {
        int end = used.nextSetBit(first);
        if (end < 0 || end - first >= count) {
          return first;
        }
        first = used.nextClearBit(end);
      }
      return -1;
    }
  }

  /** The address of so many zeroed pages in a row, or 0 when the system refuses. */
  long allocate(int count) {
    for (int i = chunks.size() - 1; i >= 0; i--) {
      Chunk chunk = chunks.get(i);
      int first = chunk.find(count);
      if (first >= 0) {
        return take(chunk, first, count);
      }
    }
    Chunk chunk = grow(count);
    return chunk == null ? 0 : take(chunk, 0, count);
  }

  private static long take(Chunk chunk, int first, int count) {
    chunk.used.set(first, first + count);
    chunk.freePages -= count;
    for (int page = chunk.dirty.nextSetBit(first); page >= 0 && page < first + count; page = chunk.dirty.nextSetBit(page)) {
      int end = Math.min(chunk.dirty.nextClearBit(page), first + count);
      Memory.fill(chunk.address + (long) page * PAGE_BYTES, (long) (end - page) * PAGE_BYTES, 0);
      chunk.dirty.clear(page, end);
    }
    return chunk.address + (long) first * PAGE_BYTES;
  }

  private Chunk grow(int count) {
    long wanted = (long) count * PAGE_BYTES;
    long bytes = Math.max(nextChunkBytes(), wanted);
    long address = memory.allocate(bytes, PAGE_BYTES);
    if (address == 0 && bytes > wanted) {
      bytes = wanted;
      address = memory.allocate(bytes, PAGE_BYTES);
    }
    if (address == 0) {
      return null;
    }
    reservedBytes += bytes;
    Chunk chunk = new Chunk(address, (int) (bytes / PAGE_BYTES));
    chunks.add(chunk);
    listener.reserved(address, bytes);
    return chunk;
  }

  private long nextChunkBytes() {
    long part = reservedBytes / GROWTH_PART / PAGE_BYTES * PAGE_BYTES;
    return Math.clamp(part, FIRST_CHUNK_BYTES, LARGEST_CHUNK_BYTES);
  }

  void free(long address, int count) {
    for (Chunk chunk : chunks) {
      long page = (address - chunk.address) / PAGE_BYTES;
      if (address >= chunk.address && page < chunk.pages) {
        chunk.used.clear((int) page, (int) page + count);
        chunk.dirty.set((int) page, (int) page + count);
        chunk.freePages += count;
        return;
      }
    }
    throw new IllegalArgumentException("no chunk holds 0x" + Long.toHexString(address));
  }

  long reservedBytes() {
    return reservedBytes;
  }
}
