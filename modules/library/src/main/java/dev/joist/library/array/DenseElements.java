package dev.joist.library.array;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.shape.ObjectFlags;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Shortcuts for Arrays whose elements lie side by side and concern nobody else. */
final class DenseElements {
  private DenseElements() {}

  /** Whether elements can be appended to a value without asking anybody: an extensible Array with a writable length, no index key on its prototypes. */
  static boolean isPlain(Vm vm, long value) {
    if (!Objects.isArray(value)) {
      return false;
    }
    long cell = Values.address(value);
    if ((Memory.getChar(cell + Layout.CELL_FLAGS) & ObjectFlags.LENGTH_READ_ONLY) != 0 || !vm.shapes().of(cell).isExtensible()) {
      return false;
    }
    vm.shapes().tellPrototype(vm.shapes().of(cell));
    for (long at = vm.shapes().of(cell).prototype(); at != Values.NULL; at = vm.shapes().of(Values.address(at)).prototype()) {
      long prototype = Values.address(at);
      boolean exotic = (Memory.getChar(prototype + Layout.CELL_FLAGS) & ObjectFlags.EXOTIC) != 0;
      if (exotic || Memory.getLong(prototype + Layout.OBJECT_ELEMENTS) != 0) {
        return false;
      }
      vm.shapes().tellPrototype(vm.shapes().of(prototype));
    }
    return true;
  }

  /** Whether an object is a plain Array that has all its elements, writable and removable, in one dense ELEMENTS cell. */
  static boolean isDense(Vm vm, long object) {
    if (!isPlain(vm, object)) {
      return false;
    }
    long elements = Memory.getLong(Values.address(object) + Layout.OBJECT_ELEMENTS);
    return elements != 0 && Memory.getByte(elements + Layout.CELL_KIND) == CellKind.ELEMENTS
        && Memory.getChar(elements + Layout.CELL_FLAGS) == 0
        && Objects.arrayLength(object) <= Integer.toUnsignedLong(Memory.getInt(elements + Layout.STORAGE_CAPACITY));
  }

  /** A new Array of some elements of a dense Array; holes stay holes. */
  static long copy(Vm vm, long array, long start, long count) {
    long values = Memory.getLong(Values.address(array) + Layout.OBJECT_ELEMENTS) + Layout.STORAGE_VALUES;
    return vm.objects().factory().newArrayFrom(values + 8 * start, (int) count);
  }

  /**
   * Takes elements out of a dense Array and closes the gap.
   *
   * @return the first of them, undefined for a hole
   */
  static long remove(long array, long start, long count) {
    long cell = Values.address(array);
    long values = Memory.getLong(cell + Layout.OBJECT_ELEMENTS) + Layout.STORAGE_VALUES;
    long length = Objects.arrayLength(array);
    long first = count == 0 ? Values.HOLE : Memory.getLong(values + 8 * start);
    Memory.copy(values + 8 * (start + count), values + 8 * start, 8 * (length - start - count));
    Memory.fillLongs(values + 8 * (length - count), count, Values.HOLE);
    Memory.putLong(cell + Layout.ARRAY_LENGTH, length - count);
    return first == Values.HOLE ? Values.UNDEFINED : first;
  }
}
