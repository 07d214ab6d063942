package dev.joist.values.tagged;

import dev.joist.spi.layout.Layout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Reads heap numbers. */
final class HeapCells {
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private HeapCells() {}

  /** The double in a HEAP_NUMBER cell. */
  static double number(long address) {
    // As far as the address has 48 bits HotSpot needs no bounds check.
    return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, (address << 16 >>> 16) + Layout.HEAP_NUMBER_VALUE);
  }
}
