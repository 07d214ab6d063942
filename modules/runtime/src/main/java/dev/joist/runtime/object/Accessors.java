package dev.joist.runtime.object;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** ACCESSOR cells: what the slot of an accessor property holds. */
public final class Accessors {
  private Accessors() {}

  static long create(Heap heap, long getter, long setter) {
    long cell = heap.allocate(CellKind.ACCESSOR, 0, Layout.ACCESSOR_SETTER + 8);
    Memory.putLong(cell + Layout.ACCESSOR_GETTER, getter);
    Memory.putLong(cell + Layout.ACCESSOR_SETTER, setter);
    return Values.cell(cell);
  }

  public static boolean isAccessor(long value) {
    return Values.isCell(value) && Memory.getByte(Values.address(value) + Layout.CELL_KIND) == CellKind.ACCESSOR;
  }

  /** A function or undefined. */
  public static long getter(long accessor) {
    return Memory.getLong(Values.address(accessor) + Layout.ACCESSOR_GETTER);
  }

  /** A function or undefined. */
  public static long setter(long accessor) {
    return Memory.getLong(Values.address(accessor) + Layout.ACCESSOR_SETTER);
  }
}
