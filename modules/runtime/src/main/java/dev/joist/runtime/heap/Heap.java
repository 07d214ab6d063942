package dev.joist.runtime.heap;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.memory.NativeMemory;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.ValueRepresentation;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one engine: off-heap and never moved. Allocation never collects; it asks for a collection (see {@link #setPollAddress}) when enough
 * was allocated since the last, and {@link #safepoint} then does it. Belongs to the engine's thread.
 */
public final class Heap implements ValueRepresentation.HeapNumbers, AutoCloseable {
  private final HeapOptions options;
  private final NativeMemory memory = new NativeMemory();
  private final MemoryListener listener;
  private final OutsideMemory outside;
  private final PageSpace pages;
  private final SmallCells small;
  private final List<Span> large = new ArrayList<>();
  private final Payloads payloads = new Payloads();
  private final Marker marker = new Marker(payloads);
  private final Sweeper sweeper;
  private final HandleStack handles = new HandleStack();
  private final List<RootProvider> roots = new ArrayList<>();
  private final List<AfterMark> afterMark = new ArrayList<>();
  private final Budget budget;
  private final long cursors;
  private long pollAddress;
  private long limitAddress;
  private long collections;
  private long largeAllocated;

  /**
   * @param listener hears of all memory that the heap takes from the system, from within this constructor on
   */
  public Heap(HeapOptions options, MemoryListener listener) {
    this.options = options;
    this.listener = listener;
    this.outside = new OutsideMemory(memory, listener, options.poison());
    this.pages = new PageSpace(memory, listener);
    this.sweeper = new Sweeper(options.poison(), payloads);
    this.budget = new Budget(options.limit());
    this.cursors = allocateOutside(2L * Layout.CURSOR_MORE);
    this.small = new SmallCells(cursors, pages, sweeper);
    roots.add(handles);
  }

  // Allocation

  /**
   * A new cell. Its header is written, all the rest is 0.
   *
   * @param shapeId 0 for cells that are no objects
   * @param bytes with the header
   * @return its address
   * @throws HeapExhausted when the limit is passed by far
   */
  public long allocate(int kind, int shapeId, long bytes) {
    long cell;
    if (bytes > SizeClasses.LARGEST) {
      cell = allocateLarge(bytes);
    } else {
      int sizeClass = SizeClasses.of((int) bytes);
      int size = SizeClasses.bytes(sizeClass);
      long cursor = cursors + sizeClass * Layout.CURSOR_PAIR_BYTES;
      cell = Memory.getLong(cursor + Layout.CURSOR_NEXT);
      if (cell == Memory.getLong(cursor + Layout.CURSOR_END)) {
        refill(sizeClass);
        cell = Memory.getLong(cursor + Layout.CURSOR_NEXT);
      }
      Memory.putLong(cursor + Layout.CURSOR_NEXT, cell + size);
      for (long at = cell + Layout.CELL_HEADER_BYTES, end = cell + size; at < end; at += 8) {
        Memory.putLong(at, 0);
      }
    }
    Memory.putLong(cell, Integer.toUnsignedLong(shapeId == 0 ? Layout.NO_SHAPE : shapeId) | (long) kind << 32);
    return cell;
  }

  /** Stores a Value into a cell's field: the one way in Java, so that a collector can come that must hear of it. */
  public static void store(long cell, long offset, long value) {
    Memory.putLong(cell + offset, value);
  }

  @Override
  public long allocate(double value) {
    long cell = allocate(CellKind.HEAP_NUMBER, 0, Layout.HEAP_NUMBER_VALUE + 8);
    Memory.putDouble(cell + Layout.HEAP_NUMBER_VALUE, value);
    return cell;
  }

  /**
   * Gives a size class a new free run, after which its cursor has room for at least one cell. Emitted code calls this (by a
   * slow path) when its bump fails.
   *
   * @throws HeapExhausted when the limit is passed by far
   */
  public void refill(int sizeClass) {
    long before = small.handedOut();
    if (!small.refill(sizeClass)) {
      throw systemRefused();
    }
    account(small.handedOut() - before);
  }

  private long allocateLarge(long bytes) {
    int count = Math.toIntExact((bytes + PageSpace.PAGE_BYTES - 1) / PageSpace.PAGE_BYTES);
    account((long) count * PageSpace.PAGE_BYTES);
    long cell = pages.allocate(count);
    if (cell == 0) {
      throw systemRefused();
    }
    large.add(new Span(cell, count, (long) count * PageSpace.PAGE_BYTES));
    largeAllocated += (long) count * PageSpace.PAGE_BYTES;
    return cell;
  }

  private void account(long bytes) {
    if (!budget.isWithinReach(bytes)) {
      requestCollection();
      throw budget.exhausted();
    }
    if (budget.allocated(bytes)) {
      requestCollection();
    }
  }

  private HeapExhausted systemRefused() {
    requestCollection();
    return budget.refuse(pages.reservedBytes());
  }

  /**
   * A {@link Sized} payload is about to take so many bytes more. To be called before, since it may fail.
   *
   * @throws HeapExhausted when the limit is passed by far
   */
  public void growJava(long bytes) {
    account(bytes);
  }

  /** Whether a cell of so many bytes stays within the limit. */
  public boolean hasRoomFor(long bytes) {
    return budget.hasRoomFor(bytes);
  }

  /**
   * Zeroed memory that is no cell and never moved: function infos, the context, VM stacks. Freed with the heap, if not before.
   *
   * @return its address, a multiple of 16
   */
  public long allocateOutside(long bytes) {
    long address = outside.allocate(bytes);
    if (address == 0) {
      throw systemRefused();
    }
    return address;
  }

  /** Takes back what {@link #allocateOutside} gave for so many bytes, to give it to others. */
  public void freeOutside(long address, long bytes) {
    outside.free(address, bytes);
  }

  /** A number as {@link #allocate(double)} makes it, that is never freed. */
  public long allocateNumberOutside(double value) {
    long cell = allocateOutside(Layout.HEAP_NUMBER_BYTES);
    Memory.putLong(cell, (long) CellKind.HEAP_NUMBER << 8 * Layout.CELL_KIND);
    Memory.putDouble(cell + Layout.HEAP_NUMBER_VALUE, value);
    return cell;
  }

  static {
    if (SizeClasses.COUNT != Layout.CURSORS) {
      throw new IllegalStateException("there are " + SizeClasses.COUNT + " size classes, but cursors for " + Layout.CURSORS);
    }
  }

  /** The address of the allocation cursors, what the ALLOCATION register holds. */
  public long cursors() {
    return cursors;
  }

  // Java code's hold on cells

  public Payloads payloads() {
    return payloads;
  }

  public HandleScope openScope() {
    return new HandleScope(handles);
  }

  public void addRoots(RootProvider provider) {
    roots.add(provider);
  }

  public void addAfterMark(AfterMark listener) {
    afterMark.add(listener);
  }

  /** Must be called before the first collection. */
  public void setObjectTracer(ObjectTracer tracer) {
    marker.setObjectTracer(tracer);
  }

  // Collection

  /** From now on the u32 at this address is made 1 whenever a collection is wanted: the context's poll word. */
  public void setPollAddress(long address) {
    setPollAddresses(address, 0);
  }

  /**
   * From now on these are written whenever a collection is wanted.
   *
   * @param poll the context's poll word, a u32 that becomes 1
   * @param stackLimit the context's stack limit, which becomes 0, so that function entries notice; 0: there is none
   */
  public void setPollAddresses(long poll, long stackLimit) {
    pollAddress = poll;
    limitAddress = stackLimit;
    if (isCollectionWanted()) {
      poll();
    }
  }

  private void poll() {
    if (pollAddress != 0) {
      Memory.putInt(pollAddress, 1);
    }
    if (limitAddress != 0) {
      Memory.putLong(limitAddress, 0);
    }
  }

  public boolean isCollectionWanted() {
    return budget.isCollectionWanted() || options.collectAtEverySafepoint();
  }

  /** Has the next safepoint collect. */
  public void requestCollection() {
    budget.wantCollection();
    poll();
  }

  /**
   * Collects if that is wanted. All Values that are needed afterwards must be reachable from roots.
   *
   * @throws HeapExhausted when the limit is passed all the same
   */
  public void safepoint() {
    if (isCollectionWanted()) {
      collect();
      if (options.collectAtEverySafepoint()) {
        poll();
      }
      budget.checkAfterCollection();
    }
  }

  /** Frees all cells that are not reachable from roots. */
  public void collect() {
    collections++;
    Liveness liveness = Marker::isMarked;
    marker.begin();
    for (RootProvider provider : roots) {
      provider.markRoots(marker);
    }
    marker.drain(liveness);
    marker.clearDead(liveness);
    for (AfterMark table : afterMark) {
      table.afterMark(liveness);
    }
    budget.collected(small.sweep() + sweepLarge(), marker.javaBytes());
  }

  private long sweepLarge() {
    long live = 0;
    int kept = 0;
    for (int i = 0; i < large.size(); i++) {
      Span span = large.get(i);
      long bytes = sweeper.sweep(span);
      if (bytes == 0) {
        pages.free(span.address, span.pages);
      } else {
        live += bytes;
        large.set(kept++, span);
      }
    }
    large.subList(kept, large.size()).clear();
    return live;
  }

  public HeapStatistics statistics() {
    return new HeapStatistics(collections, largeAllocated + small.bytesAllocated(), budget.liveBytes(), pages.reservedBytes());
  }

  /** Frees everything at once. No machine code may be running, and no address of this heap may be used afterwards. */
  @Override
  public void close() {
    memory.close();
  }
}
