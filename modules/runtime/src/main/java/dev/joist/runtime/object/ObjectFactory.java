package dev.joist.runtime.object;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.Payloads;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.ObjectFlags;
import dev.joist.runtime.shape.Shape;
import dev.joist.runtime.shape.Shapes;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Makes objects. Nothing here collects. */
public final class ObjectFactory {
  /** A constructed array of at most this length gets its elements at once. */
  private static final long LONGEST_RESERVED = 1 << 16;

  private final Heap heap;
  private final Shapes shapes;
  private final Elements elements;
  private Shape plainShape;
  private Shape arrayShape;

  ObjectFactory(Heap heap, Shapes shapes, Elements elements) {
    this.heap = heap;
    this.shapes = shapes;
    this.elements = elements;
  }

  /** Must be called before {@link #newPlain()} and {@link #newArray}: the prototypes of plain objects and of arrays. */
  public void setPrototypes(long objectPrototype, long arrayPrototype) {
    plainShape = shapes.root(objectPrototype, CellKind.OBJECT, Objects.DEFAULT_INLINE);
    arrayShape = shapes.root(arrayPrototype, CellKind.ARRAY, 0);
    shapes.pin(plainShape);
    shapes.pin(arrayShape);
  }

  /** The shape of {@code {}}. */
  public Shape plainShape() {
    return plainShape;
  }

  /** The shape of {@code []}. */
  public Shape arrayShape() {
    return arrayShape;
  }

  /** An object of a shape. Its slots in use, if there are any, hold nothing yet and must be written at once. */
  public long newObject(Shape shape) {
    return Values.cell(heap.allocate(shape.kind(), shape.id(), shape.cellBytes()));
  }

  /** {@code {}}. */
  public long newPlain() {
    return newObject(plainShape);
  }

  /** Object.create(prototype) with an object or null. */
  public long newPlain(long prototype) {
    return newObject(shapes.root(prototype, CellKind.OBJECT, Objects.DEFAULT_INLINE));
  }

  /** An object of any kind without properties. */
  public long newObject(int kind, long prototype) {
    return newObject(shapes.root(prototype, kind, kind == CellKind.OBJECT ? Objects.DEFAULT_INLINE : 0));
  }

  /** An object whose GLOBAL cells compiled code reads. */
  public long newGlobalObject(long prototype) {
    long object = newObject(shapes.newDictionary(prototype, CellKind.OBJECT, 1));
    addFlag(object, ObjectFlags.GLOBAL);
    return object;
  }

  /** A HOST object; exotic if the payload is {@link Exotic}. */
  public long newHost(long prototype, Object payload) {
    return newHost(CellKind.HOST, prototype, payload);
  }

  /**
   * An object with a payload; exotic if the payload is {@link Exotic}.
   *
   * @param kind HOST or above
   */
  public long newHost(int kind, long prototype, Object payload) {
    long object = newObject(shapes.root(prototype, kind, 0));
    setPayload(object, payload);
    return object;
  }

  /** Gives an object of kind HOST or above, which has none, a payload. */
  void setPayload(long object, Object payload) {
    heap.growJava(Payloads.BYTES);
    Memory.putInt(Values.address(object) + Layout.HOST_PAYLOAD, heap.payloads().add(payload));
    if (payload instanceof Exotic) {
      addFlag(object, ObjectFlags.EXOTIC);
    }
  }

  private static void addFlag(long object, int flag) {
    long flags = Values.address(object) + Layout.CELL_FLAGS;
    Memory.putChar(flags, Memory.getChar(flags) | flag);
  }

  /**
   * An array of holes.
   *
   * @param length 0 to 2^32-1
   */
  public long newArray(long length) {
    return newArray(arrayShape, length);
  }

  /** An array of holes with a shape of arrays, for subclasses. */
  public long newArray(Shape shape, long length) {
    long array = newObject(shape);
    Memory.putLong(Values.address(array) + Layout.ARRAY_LENGTH, length);
    elements.reserve(Values.address(array), Math.min(length, LONGEST_RESERVED));
    return array;
  }

  /** An empty array with room for so many elements. */
  public long newArrayWithCapacity(long capacity) {
    long array = newObject(arrayShape);
    elements.reserve(Values.address(array), Math.min(capacity, LONGEST_RESERVED));
    return array;
  }

  /** An array of the Values that lie in memory from an address on. */
  public long newArrayFrom(long address, int count) {
    long array = newObject(arrayShape);
    long cell = Values.address(array);
    elements.reserve(cell, count);
    if (count > 0) {
      Memory.copy(address, Elements.storage(cell) + Layout.STORAGE_VALUES, 8L * count);
      Memory.putLong(cell + Layout.ARRAY_LENGTH, count);
    }
    return array;
  }

  /** An array of these Values. */
  public long newArrayOf(long... values) {
    long array = newObject(arrayShape);
    long cell = Values.address(array);
    elements.reserve(cell, values.length);
    for (int i = 0; i < values.length; i++) {
      Heap.store(Elements.storage(cell), Layout.STORAGE_VALUES + 8L * i, values[i]);
    }
    Memory.putLong(cell + Layout.ARRAY_LENGTH, values.length);
    return array;
  }
}
