package dev.joist.runtime.heap;

import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;

/**
 * Frees unmarked cells. Neighbouring free cells of a span become a run that allocation can bump through: its first cell tells its size and where the
 * span's next run is (RUN_BYTES, RUN_NEXT; the kind stays FREE).
 */
final class Sweeper {
  /** Neither a Value nor an address that is ever mapped. */
  static final long POISON = 0x0000_DEAD_DEAD_DEA8L;

  private static final int KIND_SHIFT = 32;
  private static final int MARK_SHIFT = 40;

  private final boolean poison;
  private final Payloads payloads;

  Sweeper(boolean poison, Payloads payloads) {
    this.poison = poison;
    this.payloads = payloads;
  }

  static long runBytes(long run) {
    return Memory.getUnsignedInt(run + Layout.RUN_BYTES);
  }

  static long nextRun(long run) {
    return Memory.getLong(run + Layout.RUN_NEXT);
  }

  /** Makes a new span one run. */
  static void makeOneRun(Span span) {
    writeRun(span.address, span.end());
    span.firstRun = span.address;
    span.freeBytes = span.end() - span.address;
  }

  private static void writeRun(long run, long end) {
    Memory.putLong(run + Layout.RUN_BYTES, end - run);
    Memory.putLong(run + Layout.RUN_NEXT, 0);
  }

  /** Sweeps; answers how many bytes are live. */
  long sweep(Span span) {
    long live = 0;
    long run = 0;
    long lastRun = 0;
    span.firstRun = 0;
    long end = span.end();
    for (long cell = span.address; cell < end; cell += span.cellBytes) {
      if (isLiveAfterUnmark(cell, span.cellBytes)) {
        live += span.cellBytes;
        if (run != 0) {
          writeRun(run, cell);
          link(span, lastRun, run);
          lastRun = run;
          run = 0;
        }
      } else if (run == 0) {
        run = cell;
      }
    }
    if (run != 0) {
      writeRun(run, end);
      link(span, lastRun, run);
    }
    span.freeBytes = end - span.address - live;
    return live;
  }

  private static void link(Span span, long lastRun, long run) {
    if (lastRun == 0) {
      span.firstRun = run;
    } else {
      Memory.putLong(lastRun + Layout.RUN_NEXT, run);
    }
  }

  private boolean isLiveAfterUnmark(long cell, long bytes) {
    long header = Memory.getLong(cell);
    if ((header >>> MARK_SHIFT & 0xFF) != 0) {
      Memory.putByte(cell + Layout.CELL_GC, 0);
      return true;
    }
    int kind = (int) (header >>> KIND_SHIFT) & 0xFF;
    if (kind != CellKind.FREE) {
      free(cell, kind, bytes);
    } else if (poison || (int) header != 0) {
      Memory.putLong(cell, 0);
    }
    return false;
  }

  private void free(long cell, int kind, long bytes) {
    if (kind >= CellKind.HOST || kind == CellKind.SPARSE_ELEMENTS) {
      int payload = Memory.getInt(cell + Layout.HOST_PAYLOAD);
      if (payload != 0) {
        payloads.release(payload);
      }
    }
    if (poison) {
      Memory.fillLongs(cell + Layout.CELL_HEADER_BYTES, bytes / 8 - 1, POISON);
    }
    Memory.putLong(cell, 0);
  }
}
