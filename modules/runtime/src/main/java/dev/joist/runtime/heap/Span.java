package dev.joist.runtime.heap;

/** Pages that hold cells of one size, or one large cell. */
final class Span {
  final long address;
  final int pages;
  /** Of each cell; for a large one, of the whole span. */
  final long cellBytes;
  /** First run of free cells, or 0: see {@link Sweeper}. */
  long firstRun;
  /** Bytes of all runs. */
  long freeBytes;

  Span(long address, int pages, long cellBytes) {
    this.address = address;
    this.pages = pages;
    this.cellBytes = cellBytes;
  }

  /** Behind the last whole cell. */
  long end() {
    return address + bytes() / cellBytes * cellBytes;
  }

  long bytes() {
    return (long) pages * PageSpace.PAGE_BYTES;
  }
}
