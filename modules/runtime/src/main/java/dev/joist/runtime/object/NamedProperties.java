package dev.joist.runtime.object;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.shape.ObjectFlags;
import dev.joist.runtime.shape.Shape;
import dev.joist.runtime.shape.Shapes;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/**
 * Own properties with keys that are no indices, by cell address, shape and entry. Knows slots and the global object's GLOBAL cells, nothing of
 * prototypes and of what may be done.
 */
final class NamedProperties {
  private static final int FIRST_SLOTS = 4;
  private static final int GLOBAL_BYTES = Layout.GLOBAL_VALUE + 8;

  private final Heap heap;
  private final Shapes shapes;
  private final PrototypeWatch watch;

  NamedProperties(Heap heap, Shapes shapes, PrototypeWatch watch) {
    this.heap = heap;
    this.shapes = shapes;
    this.watch = watch;
  }

  static int flags(long cell) {
    return Memory.getChar(cell + Layout.CELL_FLAGS);
  }

  private static long rawSlot(long cell, Shape shape, int slot) {
    int outOfLine = slot - shape.inlineCapacity();
    return outOfLine < 0 ? Memory.getLong(cell + shape.inlineOffset() + 8L * slot)
        : Memory.getLong(Memory.getLong(cell + Layout.OBJECT_SLOTS) + Layout.STORAGE_VALUES + 8L * outOfLine);
  }

  private static void setRawSlot(long cell, Shape shape, int slot, long raw) {
    int outOfLine = slot - shape.inlineCapacity();
    if (outOfLine < 0) {
      Heap.store(cell, shape.inlineOffset() + 8L * slot, raw);
    } else {
      Heap.store(Memory.getLong(cell + Layout.OBJECT_SLOTS), Layout.STORAGE_VALUES + 8L * outOfLine, raw);
    }
  }

  /** The value of a data property, the ACCESSOR cell of an accessor property. */
  static long get(long cell, Shape shape, int entry) {
    long raw = rawSlot(cell, shape, shape.slot(entry));
    return (shape.attributes(entry) & Attributes.INDIRECT) == 0 ? raw : Memory.getLong(Values.address(raw) + Layout.GLOBAL_VALUE);
  }

  /** Overwrites the value of a data property. */
  static void set(long cell, Shape shape, int entry, long value) {
    if ((shape.attributes(entry) & Attributes.INDIRECT) == 0) {
      setRawSlot(cell, shape, shape.slot(entry), value);
    } else {
      Heap.store(Values.address(rawSlot(cell, shape, shape.slot(entry))), Layout.GLOBAL_VALUE, value);
    }
  }

  /** The GLOBAL cell of an entry of the global object, or 0 for an accessor. */
  static long globalCell(long cell, Shape shape, int entry) {
    return (shape.attributes(entry) & Attributes.INDIRECT) == 0 ? 0 : Values.address(rawSlot(cell, shape, shape.slot(entry)));
  }

  /** Adds a property that is not there. */
  void add(long cell, Shape shape, long key, long value, int attributes) {
    boolean indirect = (flags(cell) & ObjectFlags.GLOBAL) != 0 && (attributes & Attributes.ACCESSOR) == 0;
    // What may fail comes first: a dictionary changes in place.
    makeRoom(cell, shape.slotCount() - shape.inlineCapacity());
    long raw = indirect ? newGlobal(value, attributes) : value;
    Shape added = shapes.add(shape, key, indirect ? attributes | Attributes.INDIRECT : attributes);
    setRawSlot(cell, added, added.slot(added.entryCount() - 1), raw);
    setShape(cell, added);
    noteChange(cell);
  }

  private void makeRoom(long cell, int outOfLine) {
    if (outOfLine < 0) {
      return;
    }
    long slots = Memory.getLong(cell + Layout.OBJECT_SLOTS);
    int capacity = slots == 0 ? 0 : Memory.getInt(slots + Layout.STORAGE_CAPACITY);
    if (outOfLine < capacity) {
      return;
    }
    int grown = Math.max(FIRST_SLOTS, capacity * 2);
    long fresh = heap.allocate(CellKind.SLOTS, 0, Layout.STORAGE_VALUES + 8L * grown);
    Memory.putInt(fresh + Layout.STORAGE_CAPACITY, grown);
    if (capacity > 0) {
      Memory.copy(slots + Layout.STORAGE_VALUES, fresh + Layout.STORAGE_VALUES, 8L * capacity);
    }
    Memory.putLong(cell + Layout.OBJECT_SLOTS, fresh);
  }

  private static void setShape(long cell, Shape shape) {
    Memory.putInt(cell + Layout.CELL_SHAPE, shape.id());
  }

  /** Gives a property another value (an ACCESSOR cell if the attributes say so) and other attributes. */
  void redefine(long cell, Shape shape, int entry, long value, int attributes) {
    int old = shape.attributes(entry);
    int slot = shape.slot(entry);
    if ((flags(cell) & ObjectFlags.GLOBAL) == 0) {
      setShape(cell, shapes.withAttributes(shape, entry, attributes));
      setRawSlot(cell, shape, slot, value);
    } else if ((attributes & Attributes.ACCESSOR) != 0) {
      retireGlobal(cell, shape, entry);
      setShape(cell, shapes.withAttributes(shape, entry, attributes));
      setRawSlot(cell, shape, slot, value);
    } else if (old == (attributes | Attributes.INDIRECT)) {
      Heap.store(Values.address(rawSlot(cell, shape, slot)), Layout.GLOBAL_VALUE, value);
    } else if ((old & Attributes.CONFIGURABLE) == 0) {
      // It can only become read-only.
      long global = globalCell(cell, shape, entry);
      Heap.store(global, Layout.GLOBAL_VALUE, value);
      Memory.putChar(global + Layout.CELL_FLAGS, globalFlags(attributes));
      setShape(cell, shapes.withAttributes(shape, entry, attributes | Attributes.INDIRECT));
    } else {
      long fresh = newGlobal(value, attributes);
      retireGlobal(cell, shape, entry);
      setShape(cell, shapes.withAttributes(shape, entry, attributes | Attributes.INDIRECT));
      setRawSlot(cell, shape, slot, fresh);
    }
    if ((old & ~Attributes.INDIRECT) != attributes || (attributes & Attributes.ACCESSOR) != 0) {
      noteChange(cell);
    }
  }

  private long newGlobal(long value, int attributes) {
    long global = heap.allocate(CellKind.GLOBAL, 0, GLOBAL_BYTES);
    Memory.putChar(global + Layout.CELL_FLAGS, globalFlags(attributes));
    Memory.putLong(global + Layout.GLOBAL_VALUE, value);
    return Values.cell(global);
  }

  private static int globalFlags(int attributes) {
    return ((attributes & Attributes.WRITABLE) == 0 ? Layout.GLOBAL_FLAG_READ_ONLY : 0)
        | ((attributes & Attributes.CONFIGURABLE) == 0 ? Layout.GLOBAL_FLAG_PERMANENT : 0);
  }

  /** Makes all code that knows the property's GLOBAL cell look the name up anew: it finds a hole. */
  private static void retireGlobal(long cell, Shape shape, int entry) {
    long global = globalCell(cell, shape, entry);
    if (global != 0) {
      Memory.putLong(global + Layout.GLOBAL_VALUE, Values.HOLE);
    }
  }

  /** Gives a property of the global object a new GLOBAL cell, because its name means something else from now on. */
  void renewGlobal(long cell, Shape shape, int entry) {
    long global = globalCell(cell, shape, entry);
    if (global != 0) {
      long fresh = newGlobal(Memory.getLong(global + Layout.GLOBAL_VALUE), shape.attributes(entry));
      Memory.putLong(global + Layout.GLOBAL_VALUE, Values.HOLE);
      setRawSlot(cell, shape, shape.slot(entry), fresh);
    }
  }

  void remove(long cell, Shape shape, int entry) {
    retireGlobal(cell, shape, entry);
    setRawSlot(cell, shape, shape.slot(entry), Values.UNDEFINED);
    setShape(cell, shapes.remove(shape, entry));
    noteChange(cell);
  }

  /** Gives the object another shape with the same slots. */
  void reshape(long cell, Shape shape) {
    setShape(cell, shape);
    noteChange(cell);
  }

  private void noteChange(long cell) {
    watch.changed(cell);
  }
}
