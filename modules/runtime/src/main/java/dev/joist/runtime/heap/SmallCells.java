package dev.joist.runtime.heap;

import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;
import java.util.ArrayList;
import java.util.List;

/** Spans of small cells, and the runs in them that the cursors bump through. */
final class SmallCells {
  private final long cursors;
  private final PageSpace pages;
  private final Sweeper sweeper;
  private final List<List<Span>> spans = new ArrayList<>();
  /** For each size class, the index of the span whose runs are being used. */
  private final int[] current = new int[SizeClasses.COUNT];
  private long handedOut;

  SmallCells(long cursors, PageSpace pages, Sweeper sweeper) {
    this.cursors = cursors;
    this.pages = pages;
    this.sweeper = sweeper;
    for (int i = 0; i < SizeClasses.COUNT; i++) {
      spans.add(new ArrayList<>());
    }
  }

  /** Bytes of all runs of the spans given to cursors so far. */
  long handedOut() {
    return handedOut;
  }

  /** Bytes of all cells allocated so far. */
  long bytesAllocated() {
    long unused = 0;
    for (int i = 0; i < SizeClasses.COUNT; i++) {
      unused += unused(i);
    }
    return handedOut - unused;
  }

  private long unused(int sizeClass) {
    long cursor = cursors + sizeClass * Layout.CURSOR_PAIR_BYTES;
    long unused = Memory.getLong(cursor + Layout.CURSOR_END) - Memory.getLong(cursor + Layout.CURSOR_NEXT);
    for (long run = Memory.getLong(cursor + Layout.CURSOR_MORE); run != 0; run = Sweeper.nextRun(run)) {
      unused += Sweeper.runBytes(run);
    }
    return unused;
  }

  /** Gives an empty cursor the next run, with all runs of another span behind it if there are none left; false when the system refuses memory. */
  boolean refill(int sizeClass) {
    long more = Memory.getLong(cursors + sizeClass * Layout.CURSOR_PAIR_BYTES + Layout.CURSOR_MORE);
    if (more != 0) {
      setRun(sizeClass, more);
      return true;
    }
    List<Span> all = spans.get(sizeClass);
    while (current[sizeClass] < all.size()) {
      Span span = all.get(current[sizeClass]);
      if (span.firstRun != 0) {
        handOut(sizeClass, span);
        return true;
      }
      current[sizeClass]++;
    }
    int cellBytes = SizeClasses.bytes(sizeClass);
    int count = pagesFor(cellBytes);
    long address = pages.allocate(count);
    if (address == 0) {
      return false;
    }
    Span span = new Span(address, count, cellBytes);
    Sweeper.makeOneRun(span);
    all.add(span);
    handOut(sizeClass, span);
    return true;
  }

  private static int pagesFor(int cellBytes) {
    return cellBytes <= 1024 ? 4 : cellBytes <= 4096 ? 8 : 16;
  }

  private void handOut(int sizeClass, Span span) {
    setRun(sizeClass, span.firstRun);
    span.firstRun = 0;
    handedOut += span.freeBytes;
  }

  private void setRun(int sizeClass, long run) {
    long cursor = cursors + sizeClass * Layout.CURSOR_PAIR_BYTES;
    Memory.putLong(cursor + Layout.CURSOR_MORE, Sweeper.nextRun(run));
    Memory.putLong(cursor + Layout.CURSOR_NEXT, run);
    Memory.putLong(cursor + Layout.CURSOR_END, run + Sweeper.runBytes(run));
  }

  /** Sweeps all spans, gives back those that hold nothing, and empties the cursors. */
  long sweep() {
    long live = 0;
    for (int sizeClass = 0; sizeClass < SizeClasses.COUNT; sizeClass++) {
      handedOut -= unused(sizeClass);
      long cursor = cursors + sizeClass * Layout.CURSOR_PAIR_BYTES;
      Memory.putLong(cursor + Layout.CURSOR_NEXT, 0);
      Memory.putLong(cursor + Layout.CURSOR_END, 0);
      Memory.putLong(cursor + Layout.CURSOR_MORE, 0);
      live += sweep(spans.get(sizeClass));
      current[sizeClass] = 0;
    }
    return live;
  }

  private long sweep(List<Span> all) {
    long live = 0;
    int kept = 0;
    for (int i = 0; i < all.size(); i++) {
      Span span = all.get(i);
      long bytes = sweeper.sweep(span);
      if (bytes == 0) {
        pages.free(span.address, span.pages);
      } else {
        live += bytes;
        all.set(kept++, span);
      }
    }
    all.subList(kept, all.size()).clear();
    return live;
  }
}
