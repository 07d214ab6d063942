package dev.joist.runtime.heap;

import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds live cells: a mark stack of its own, so depth costs no Java stack. A cell's mark is its header's collector byte. */
public final class Marker {
  private static final int KIND_SHIFT = 32;
  private static final int MARK_SHIFT = 40;
  private static final int FLAGS_SHIFT = 48;

  /** Long storage is scanned in pieces of so many words, so that its referents do not all wait on the mark stack at once. */
  private static final int PIECE = 512;

  /** Tags a stack entry whose predecessor is the index to go on from. */
  private static final long CONTINUED = 1;

  private final Payloads payloads;
  private final List<WeakTraced> weak = new ArrayList<>();
  private long[] stack = new long[1024];
  private int top;
  private long holder;
  private ObjectTracer objects;
  private boolean markedAny;
  private long javaBytes;

  Marker(Payloads payloads) {
    this.payloads = payloads;
  }

  void setObjectTracer(ObjectTracer tracer) {
    objects = tracer;
  }

  void begin() {
    weak.clear();
    holder = 0;
    javaBytes = 0;
    objects.beginMark();
  }

  static boolean isMarked(long address) {
    return Memory.getByte(address + Layout.CELL_GC) != 0;
  }

  /** Marks the cell that a word refers to, if it refers to one. The word 0 is allowed and nothing. */
  public void mark(long word) {
    if (word != 0 && Values.isPointer(word)) {
      markCell(Values.address(word));
    }
  }

  /** Marks a cell by its address; 0 is allowed and nothing. */
  public void markCell(long address) {
    if (address == 0) {
      return;
    }
    long header = Memory.getLong(address);
    if ((header >>> MARK_SHIFT & 0xFF) != 0) {
      return;
    }
    int kind = (int) (header >>> KIND_SHIFT) & 0xFF;
    if (kind == CellKind.FREE) {
      throw new IllegalStateException("freed cell 0x" + Long.toHexString(address) + " is referred to by "
          + (holder == 0 ? "a root" : "the cell 0x" + Long.toHexString(holder) + " of kind " + Memory.getByte(holder + Layout.CELL_KIND)));
    }
    Memory.putByte(address + Layout.CELL_GC, 1);
    markedAny = true;
    boolean leaf = kind == CellKind.HEAP_NUMBER || kind == CellKind.BYTES
        || kind == CellKind.STRING && (header >>> FLAGS_SHIFT & Layout.STRING_FLAG_ROPE) == 0;
    if (!leaf) {
      push(address);
    }
  }

  /** Marks what count words from an address on refer to. */
  public void markRange(long address, long count) {
    for (long at = address, end = address + 8 * count; at < end; at += 8) {
      mark(Memory.getLong(at));
    }
  }

  private void push(long entry) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, top * 2);
    }
    stack[top++] = entry;
  }

  /** Marks all that is reachable from what is marked, ephemerons included. */
  void drain(Liveness liveness) {
    drainStack();
    do {
      markedAny = false;
      for (int i = 0; i < weak.size(); i++) {
        weak.get(i).traceEphemerons(this, liveness);
      }
      drainStack();
    } while (markedAny && !weak.isEmpty());
  }

  /** Java memory of live payloads. */
  long javaBytes() {
    return javaBytes;
  }

  void clearDead(Liveness liveness) {
    weak.forEach(payload -> payload.clearDead(liveness));
    weak.clear();
  }

  private void drainStack() {
    while (top > 0) {
      long entry = stack[--top];
      if ((entry & CONTINUED) != 0) {
        scanStorage(entry - CONTINUED, stack[--top]);
      } else {
        trace(entry);
      }
    }
    holder = 0;
  }

  private void trace(long cell) {
    holder = cell;
    int kind = Memory.getByte(cell + Layout.CELL_KIND);
    switch (kind) {
      case CellKind.STRING -> {
        markCell(Memory.getLong(cell + Layout.STRING_CHARS));
        markCell(Memory.getLong(cell + Layout.STRING_CHARS + 8));
      }
      case CellKind.SCOPE -> {
        mark(Memory.getLong(cell + Layout.SCOPE_PARENT));
        markRange(cell + Layout.SCOPE_SLOTS, Memory.getLong(cell + Layout.SCOPE_COUNT));
      }
      case CellKind.SLOTS, CellKind.ELEMENTS -> scanStorage(cell, 0);
      case CellKind.GLOBAL, CellKind.SYMBOL -> mark(Memory.getLong(cell + Layout.GLOBAL_VALUE));
      case CellKind.SPARSE_ELEMENTS -> tracePayload(cell);
      case CellKind.ACCESSOR -> markRange(cell + Layout.CELL_HEADER_BYTES, 2);
      default -> traceObject(cell, kind);
    }
  }

  private void traceObject(long cell, int kind) {
    if (kind < CellKind.FIRST_OBJECT) {
      throw new IllegalStateException("cell 0x" + Long.toHexString(cell) + " has the unknown kind " + kind);
    }
    objects.trace(cell, kind, this);
    if (kind >= CellKind.HOST) {
      tracePayload(cell);
    }
  }

  private void tracePayload(long cell) {
    Object payload = payloads.get(Memory.getInt(cell + Layout.HOST_PAYLOAD));
    if (payload != null) {
      javaBytes += Payloads.BYTES;
    }
    if (payload instanceof Traced traced) {
      traced.trace(this);
    }
    if (payload instanceof Sized sized) {
      javaBytes += sized.javaBytes();
    }
    if (payload instanceof WeakTraced weakTraced) {
      weak.add(weakTraced);
    }
  }

  private void scanStorage(long cell, long from) {
    holder = cell;
    long capacity = Memory.getUnsignedInt(cell + Layout.STORAGE_CAPACITY);
    long to = Math.min(from + PIECE, capacity);
    if (to < capacity) {
      push(to);
      push(cell + CONTINUED);
    }
    markRange(cell + Layout.STORAGE_VALUES + 8 * from, to - from);
  }
}
