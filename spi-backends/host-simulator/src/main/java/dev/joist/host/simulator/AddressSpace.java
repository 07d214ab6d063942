package dev.joist.host.simulator;

import java.util.Arrays;

/**
 * The memory that simulated code may touch. Ranges are disjoint and sorted. For each base register the range that it
 * hit last is asked first, since compiled code reaches the VM stack, the context and the heap through registers of
 * their own; only ranges that may be read and written are remembered so.
 */
final class AddressSpace {
  /** What may be done with a range. */
  enum Access {
    READ_WRITE,
    READ_ONLY,
    /** Read by literal loads; a write makes instruction cache lines stale. */
    CODE
  }

  /** Stands for the base register where there is none. */
  static final int NO_BASE = CpuState.ZR;

  private static final int GUARD_BYTES = 1 << 20;

  private long[] starts = new long[8];
  private long[] ends = new long[8];
  private Access[] accesses = new Access[8];
  private int count;

  private final long[] hitStart = new long[64];
  private final long[] hitSize = new long[64];
  private long stackStart;

  private final InstructionCache cache;

  AddressSpace(InstructionCache cache) {
    this.cache = cache;
  }

  /** Adds a range. What of it is owned already must be owned in the same way; touching ranges become one. */
  void add(long start, long size, Access access) {
    long end = start + size;
    if (start <= 0 || size <= 0 || end < 0) {
      throw new IllegalArgumentException("no valid range: 0x" + Long.toHexString(start) + ", " + size + " bytes");
    }
    int from = firstEndingAfter(start - 1);
    int to = from;
    while (to < count && starts[to] <= end) {
      boolean overlaps = starts[to] < end && ends[to] > start;
      if (accesses[to] == access) {
        start = Math.min(start, starts[to]);
        end = Math.max(end, ends[to]);
        delete(to);
      } else if (overlaps) {
        throw new IllegalArgumentException(
            "0x%x to 0x%x overlaps 0x%x to 0x%x, which is %s"
                .formatted(start, end, starts[to], ends[to], accesses[to]));
      } else {
        to++;
      }
    }
    insert(firstEndingAfter(start), start, end, access);
    forgetHits();
  }

  /** Takes back {@code size} bytes from {@code start}, which must lie in one range. */
  void remove(long start, long size) {
    int at = firstEndingAfter(start);
    long end = start + size;
    if (at == count || starts[at] > start || ends[at] < end) {
      throw new IllegalArgumentException("0x%x, %d bytes, is not owned".formatted(start, size));
    }
    long oldEnd = ends[at];
    Access access = accesses[at];
    if (starts[at] == start) {
      delete(at);
    } else {
      ends[at] = start;
      at++;
    }
    if (oldEnd > end) {
      insert(at, end, oldEnd, access);
    }
    forgetHits();
  }

  /** Says where the machine stack begins, its far end: just below is an overflow. */
  void stack(long start) {
    stackStart = start;
  }

  /**
   * The address itself, when {@code size} bytes from it may be read; a fault otherwise.
   *
   * @param base the register that the address is based on
   */
  long load(int base, long address, int size) {
    if (outside(address - hitStart[base], hitSize[base] - size)) {
      loadMiss(base, address, size);
    }
    return address;
  }

  /** As {@link #load}, for bytes that may be written. */
  long store(int base, long address, int size) {
    if (outside(address - hitStart[base], hitSize[base] - size)) {
      storeMiss(base, address, size);
    }
    return address;
  }

  /** Checks a stack pointer that an address is based on. */
  static void checkAligned(long sp) {
    if ((sp & 15) != 0) {
      throw new Signal(FaultKind.MISALIGNED_STACK_POINTER, sp, "sp is 0x%x, no multiple of 16".formatted(sp));
    }
  }

  /** True when all {@code size} bytes may be read. */
  boolean owns(long address, long size) {
    int at = firstEndingAfter(address);
    return address >= 0 && at < count && starts[at] <= address && address + size <= ends[at];
  }

  private void loadMiss(int base, long address, int size) {
    int at = find(base, address, size, "load");
    if (accesses[at] == Access.READ_WRITE) {
      hit(base, at);
    }
  }

  private void storeMiss(int base, long address, int size) {
    int at = find(base, address, size, "store");
    switch (accesses[at]) {
      case READ_WRITE -> hit(base, at);
      case CODE -> cache.written(address, size);
      case READ_ONLY -> throw new Signal(
          FaultKind.ACCESS_OUTSIDE,
          address,
          "store of %d bytes to 0x%x, which may only be read".formatted(size, address));
    }
  }

  private void hit(int base, int at) {
    hitStart[base] = starts[at];
    hitSize[base] = ends[at] - starts[at];
  }

  /** True unless 0 <= offset <= last; false also where a range is empty or smaller than the access. */
  private static boolean outside(long offset, long last) {
    return offset < 0 || offset > last;
  }

  private int find(int base, long address, int size, String what) {
    int at = address < 0 ? count : firstEndingAfter(address);
    if (at < count && starts[at] <= address && address + size <= ends[at]) {
      return at;
    }
    if (base == CpuState.SP && address < stackStart && address >= stackStart - GUARD_BYTES) {
      throw new Signal(
          FaultKind.STACK_OVERFLOW,
          address,
          "0x%x, based on sp, is below the machine stack, which begins at 0x%x".formatted(address, stackStart));
    }
    throw new Signal(
        FaultKind.ACCESS_OUTSIDE,
        address,
        "%s of %d bytes at 0x%x, outside owned memory (%s)".formatted(what, size, address, describe()));
  }

  private String describe() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ", ").append("0x%x-0x%x %s".formatted(starts[i], ends[i], accesses[i]));
    }
    return text.isEmpty() ? "nothing is owned" : text.toString();
  }

  /** The first range that ends after {@code address}: the only one that can hold it. */
  private int firstEndingAfter(long address) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= address) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void insert(int at, long start, long end, Access access) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      accesses = Arrays.copyOf(accesses, 2 * count);
    }
    System.arraycopy(starts, at, starts, at + 1, count - at);
    System.arraycopy(ends, at, ends, at + 1, count - at);
    System.arraycopy(accesses, at, accesses, at + 1, count - at);
    starts[at] = start;
    ends[at] = end;
    accesses[at] = access;
    count++;
  }

  private void delete(int at) {
    System.arraycopy(starts, at + 1, starts, at, count - at - 1);
    System.arraycopy(ends, at + 1, ends, at, count - at - 1);
    System.arraycopy(accesses, at + 1, accesses, at, count - at - 1);
    count--;
  }

  private void forgetHits() {
    Arrays.fill(hitStart, 0);
    Arrays.fill(hitSize, 0);
  }
}
