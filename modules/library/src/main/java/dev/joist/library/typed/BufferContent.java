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

/** An ArrayBuffer's payload: its bytes lie in a BYTES cell, which never moves. That of a resizable one is as long as the buffer can become. */
final class BufferContent implements Traced, Inspectable {
  /** The longest buffer, in bytes. */
  static final long LONGEST = 1L << 31;
  private static final int SHOWN = 100;

  /** 0 when the buffer is detached. */
  private long cell;
  private long length;
  private final long maxLength;
  private final boolean resizable;

  private BufferContent(long cell, long length, long maxLength, boolean resizable) {
    this.cell = cell;
    this.length = length;
    this.maxLength = maxLength;
    this.resizable = resizable;
  }

  /** A new buffer of that length for ever, all zeros. */
  static BufferContent create(Vm vm, double length) {
    return new BufferContent(newCell(vm, length), (long) length, (long) length, false);
  }

  /** A new buffer that can become shorter and longer, all zeros. */
  static BufferContent createResizable(Vm vm, double length, double maxLength) {
    return new BufferContent(newCell(vm, maxLength), (long) length, (long) maxLength, true);
  }

  private static long newCell(Vm vm, double length) {
    if (!(length <= LONGEST)) {
      throw vm.rangeError("Array buffer allocation failed");
    }
    return vm.heap().allocate(CellKind.BYTES, 0, Layout.CELL_HEADER_BYTES + (long) length);
  }

  /** In bytes; 0 when it is detached. */
  long length() {
    return length;
  }

  /** How long it can become; 0 when it is detached. */
  long maxLength() {
    return isDetached() ? 0 : maxLength;
  }

  boolean isResizable() {
    return resizable;
  }

  boolean isDetached() {
    return cell == 0;
  }

  /** Lets the bytes go, for good. */
  void detach() {
    cell = 0;
    length = 0;
  }

  /** Makes a resizable one shorter or longer, by zeros. */
  void resize(long newLength) {
    if (newLength < length) {
      Memory.fill(at(newLength), length - newLength, 0);
    }
    length = newLength;
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
    if (isDetached()) {
      return Shown.braces("ArrayBuffer", List.of("(detached)", "byteLength: 0"), List.of());
    }
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
