package dev.joist.library.typed;

import dev.joist.library.core.Inspectable;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import java.util.ArrayList;
import java.util.List;

/** An ArrayBuffer's payload: its bytes lie in a BYTES cell, which never moves. */
final class BufferContent implements Traced, Inspectable {
  /** The longest buffer, in bytes. */
  static final long LONGEST = 1L << 31;
  private static final int SHOWN = 100;

  private final long cell;
  private final long length;

  private BufferContent(long cell, long length) {
    this.cell = cell;
    this.length = length;
  }

  /** A new buffer, all zeros. */
  static BufferContent create(Vm vm, double length) {
    if (!(length <= LONGEST)) {
      throw vm.rangeError("Array buffer allocation failed");
    }
    return new BufferContent(vm.heap().allocate(CellKind.BYTES, 0, Layout.CELL_HEADER_BYTES + (long) length), (long) length);
  }

  /** In bytes. */
  long length() {
    return length;
  }

  /** The address of a byte. */
  long at(long index) {
    return cell + Layout.CELL_HEADER_BYTES + index;
  }

  @Override
  public void trace(Marker marker) {
    marker.markCell(cell);
  }

  @Override
  public Shown show(long object) {
    StringBuilder bytes = new StringBuilder("[Uint8Contents]: <");
    for (long i = 0; i < Math.min(length, SHOWN); i++) {
      bytes.append(i > 0 ? " " : "").append(String.format("%02x", Memory.getByte(at(i)) & 0xFF));
    }
    if (length > SHOWN) {
      bytes.append(" ... ").append(length - SHOWN).append(" more byte").append(length - SHOWN > 1 ? "s" : "");
    }
    List<String> texts = new ArrayList<>();
    texts.add(bytes.append('>').toString());
    texts.add("byteLength: " + length);
    return Shown.braces("ArrayBuffer", texts, List.of());
  }
}
