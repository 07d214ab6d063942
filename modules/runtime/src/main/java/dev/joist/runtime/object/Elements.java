package dev.joist.runtime.object;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/**
 * Own properties with index keys, of any object, by cell address: dense in an ELEMENTS cell while they lie close together and have all attributes
 * (or all are sealed, or all frozen); else sparse. Knows arrays' lengths, nothing of prototypes.
 */
public final class Elements {
  /** Flags of ELEMENTS cells. */
  static final int SEALED = 1;
  static final int FROZEN = 2;

  /** An array that has got a length by assignment or from its constructor is expected to be filled up to this length. */
  private static final long LONGEST_PREALLOCATED = 1 << 24;
  private static final int LARGEST_GAP = 1024;
  private static final int SPARSE_BYTES = Layout.HOST_PAYLOAD + 8;

  private final Heap heap;

  Elements(Heap heap) {
    this.heap = heap;
  }

  static long storage(long cell) {
    return Memory.getLong(cell + Layout.OBJECT_ELEMENTS);
  }

  private static boolean isSparse(long storage) {
    return Memory.getByte(storage + Layout.CELL_KIND) == CellKind.SPARSE_ELEMENTS;
  }

  private SparseElements sparse(long storage) {
    return (SparseElements) heap.payloads().get(Memory.getInt(storage + Layout.HOST_PAYLOAD));
  }

  static long capacity(long storage) {
    return Memory.getUnsignedInt(storage + Layout.STORAGE_CAPACITY);
  }

  static long length(long array) {
    return Memory.getLong(array + Layout.ARRAY_LENGTH);
  }

  private static boolean isArray(long cell) {
    return Memory.getByte(cell + Layout.CELL_KIND) == CellKind.ARRAY;
  }

  /** The address of a dense element. */
  private static long at(long storage, long index) {
    return storage + Layout.STORAGE_VALUES + 8 * index;
  }

  /** The value, or the ACCESSOR cell, of an element; hole when there is none. */
  long get(long cell, long index) {
    long dense = getDense(cell, index);
    return dense != Values.HOLE ? dense : getSparse(cell, index);
  }

  /** The value of an element in dense storage, else hole. */
  public static long getDense(long cell, long index) {
    long storage = storage(cell);
    return storage != 0 && index < capacity(storage) ? Memory.getLong(at(storage, index)) : Values.HOLE;
  }

  /** The value, or the ACCESSOR cell, of an element in sparse storage, else hole. */
  long getSparse(long cell, long index) {
    long storage = storage(cell);
    if (storage == 0 || !isSparse(storage)) {
      return Values.HOLE;
    }
    SparseElements sparse = sparse(storage);
    int place = sparse.find(index);
    return place < 0 ? Values.HOLE : sparse.value(place);
  }

  /** Overwrites an element in dense storage that is there and writable; false when there is none. */
  static boolean overwriteDense(long cell, long index, long value) {
    long storage = storage(cell);
    if (storage == 0 || index >= Memory.getUnsignedInt(storage + Layout.STORAGE_WRITABLE) || Memory.getLong(at(storage, index)) == Values.HOLE) {
      return false;
    }
    Heap.store(storage, Layout.STORAGE_VALUES + 8 * index, value);
    return true;
  }

  /**
   * Gives an extensible array an element with all attributes in dense storage that is there; false when there is none.
   *
   * @param index less than the array's length
   */
  public static boolean defineDense(long array, long index, long value) {
    long storage = storage(array);
    if (storage == 0 || index >= Memory.getUnsignedInt(storage + Layout.STORAGE_WRITABLE) || Memory.getChar(storage + Layout.CELL_FLAGS) != 0) {
      return false;
    }
    Heap.store(storage, Layout.STORAGE_VALUES + 8 * index, value);
    return true;
  }

  /** The attributes of an element that is there. */
  int attributes(long cell, long index) {
    long storage = storage(cell);
    if (isSparse(storage)) {
      SparseElements sparse = sparse(storage);
      return sparse.attributes(sparse.find(index));
    }
    return denseAttributes(storage);
  }

  private static int denseAttributes(long storage) {
    int flags = Memory.getChar(storage + Layout.CELL_FLAGS);
    return (flags & FROZEN) != 0 ? Attributes.ENUMERABLE : (flags & SEALED) != 0 ? Attributes.ENUMERABLE | Attributes.WRITABLE : Attributes.ALL;
  }

  /** Appends to an array if there is spare room in dense storage; there is none where that is not allowed. */
  static boolean appendInPlace(long array, long value) {
    long storage = storage(array);
    long length = length(array);
    if (storage == 0 || length >= Memory.getUnsignedInt(storage + Layout.STORAGE_WRITABLE)) {
      return false;
    }
    Heap.store(storage, Layout.STORAGE_VALUES + 8 * length, value);
    Memory.putLong(array + Layout.ARRAY_LENGTH, length + 1);
    return true;
  }

  /** Overwrites the value of an element that is there. */
  void overwrite(long cell, long index, long value) {
    long storage = storage(cell);
    if (isSparse(storage)) {
      SparseElements sparse = sparse(storage);
      sparse.setValue(sparse.find(index), value);
    } else {
      Heap.store(storage, Layout.STORAGE_VALUES + 8 * index, value);
    }
  }

  /** Adds an element, or gives one a new value and new attributes; an array grows to hold it. */
  void put(long cell, long index, long value, int attributes) {
    long storage = storage(cell);
    if (storage != 0 && isSparse(storage)) {
      sparse(storage).put(index, value, attributes);
    } else if (attributes == (storage == 0 ? Attributes.ALL : denseAttributes(storage)) && makeRoom(cell, storage, index)) {
      Heap.store(storage(cell), Layout.STORAGE_VALUES + 8 * index, value);
    } else {
      makeSparse(cell).put(index, value, attributes);
    }
    if (isArray(cell) && index >= length(cell)) {
      Memory.putLong(cell + Layout.ARRAY_LENGTH, index + 1);
    }
  }

  /** Whether a dense element may be stored at the index now. */
  private boolean makeRoom(long cell, long storage, long index) {
    long capacity = storage == 0 ? 0 : capacity(storage);
    if (index < capacity) {
      return true;
    }
    boolean withinLength = isArray(cell) && index < length(cell) && length(cell) <= LONGEST_PREALLOCATED;
    if (!withinLength && index > capacity * 3 + LARGEST_GAP) {
      return false;
    }
    long wanted = Math.max(index + 1, capacity < 1 << 20 ? capacity * 2 : capacity + capacity / 2);
    long grown = withinLength ? Math.max(index + 1, Math.min(length(cell), Math.max(wanted, 8))) : Math.max(wanted, 4);
    if (!heap.hasRoomFor(8 * grown)) {
      grown = index + 1;
      if (index - capacity > LARGEST_GAP && !heap.hasRoomFor(8 * grown)) {
        return false;
      }
    }
    resize(cell, storage, capacity, grown + (grown & 1));
    return true;
  }

  private void resize(long cell, long storage, long oldCapacity, long capacity) {
    long fresh = newStorage(capacity);
    long kept = Math.min(oldCapacity, capacity);
    if (kept > 0) {
      Memory.copy(storage + Layout.STORAGE_VALUES, fresh + Layout.STORAGE_VALUES, 8 * kept);
      int flags = Memory.getChar(storage + Layout.CELL_FLAGS);
      Memory.putChar(fresh + Layout.CELL_FLAGS, flags);
      Memory.putInt(fresh + Layout.STORAGE_WRITABLE, (flags & FROZEN) != 0 ? 0 : (int) capacity);
    }
    Memory.fillLongs(at(fresh, kept), capacity - kept, Values.HOLE);
    Memory.putLong(cell + Layout.OBJECT_ELEMENTS, fresh);
  }

  /** An ELEMENTS cell whose values the caller must write. */
  private long newStorage(long capacity) {
    long storage = heap.allocate(CellKind.ELEMENTS, 0, Layout.STORAGE_VALUES + 8 * capacity);
    Memory.putInt(storage + Layout.STORAGE_CAPACITY, (int) capacity);
    Memory.putInt(storage + Layout.STORAGE_WRITABLE, (int) capacity);
    return storage;
  }

  /** Gives an object without elements room for so many. */
  void reserve(long cell, long capacity) {
    if (capacity > 0) {
      resize(cell, 0, 0, capacity + (capacity & 1));
    }
  }

  private SparseElements makeSparse(long cell) {
    long storage = storage(cell);
    long fresh = heap.allocate(CellKind.SPARSE_ELEMENTS, 0, SPARSE_BYTES);
    SparseElements sparse = new SparseElements(heap);
    if (storage != 0) {
      int attributes = denseAttributes(storage);
      long capacity = capacity(storage);
      for (long i = 0; i < capacity; i++) {
        long value = Memory.getLong(at(storage, i));
        if (value != Values.HOLE) {
          sparse.put(i, value, attributes);
        }
      }
    }
    Memory.putInt(fresh + Layout.HOST_PAYLOAD, heap.payloads().add(sparse));
    Memory.putLong(cell + Layout.OBJECT_ELEMENTS, fresh);
    return sparse;
  }

  /** Removes an element that is there. */
  void remove(long cell, long index) {
    long storage = storage(cell);
    if (isSparse(storage)) {
      SparseElements sparse = sparse(storage);
      sparse.remove(sparse.find(index));
    } else {
      Memory.putLong(at(storage, index), Values.HOLE);
    }
  }

  /**
   * Sets an array's length, removing elements from the end; one that cannot be removed ends that.
   *
   * @return whether the length is now the wanted one
   */
  boolean setLength(long array, long length) {
    long old = length(array);
    long reached = length < old ? truncate(array, length, old) : length;
    Memory.putLong(array + Layout.ARRAY_LENGTH, reached);
    return reached == length;
  }

  private long truncate(long array, long length, long old) {
    long storage = storage(array);
    if (storage == 0) {
      return length;
    }
    if (isSparse(storage)) {
      return truncateSparse(sparse(storage), length);
    }
    long end = Math.min(old, capacity(storage));
    if (denseAttributes(storage) == Attributes.ALL) {
      if (length == 0 && end > LARGEST_GAP) {
        Memory.putLong(array + Layout.OBJECT_ELEMENTS, 0);
      } else if (length < end) {
        Memory.fillLongs(at(storage, length), end - length, Values.HOLE);
      }
      return length;
    }
    for (long i = end - 1; i >= length; i--) {
      if (Memory.getLong(at(storage, i)) != Values.HOLE) {
        return i + 1;
      }
    }
    return length;
  }

  private static long truncateSparse(SparseElements sparse, long length) {
    long[] indices = sparse.sorted();
    for (int i = indices.length - 1; i >= 0 && indices[i] >= length; i--) {
      int place = sparse.find(indices[i]);
      if ((sparse.attributes(place) & Attributes.CONFIGURABLE) == 0) {
        return indices[i] + 1;
      }
      sparse.remove(place);
    }
    return length;
  }

  /**
   * Makes all elements unremovable, and read-only too if asked. Dense storage loses its spare room, so that nothing can be appended in place.
   */
  void restrict(long cell, boolean readOnly) {
    long storage = storage(cell);
    if (storage == 0) {
      return;
    }
    if (isSparse(storage)) {
      SparseElements sparse = sparse(storage);
      sparse.restrict(readOnly ? ~(Attributes.CONFIGURABLE | Attributes.WRITABLE) : ~Attributes.CONFIGURABLE);
      return;
    }
    trim(cell);
    storage = storage(cell);
    int flags = Memory.getChar(storage + Layout.CELL_FLAGS) | (readOnly ? FROZEN : SEALED);
    Memory.putChar(storage + Layout.CELL_FLAGS, flags);
    if (readOnly) {
      Memory.putInt(storage + Layout.STORAGE_WRITABLE, 0);
    }
  }

  /** Takes away the spare room behind the last element: for arrays that must not grow in place. */
  void trim(long cell) {
    long storage = storage(cell);
    if (storage == 0 || isSparse(storage)) {
      return;
    }
    long capacity = capacity(storage);
    long used = capacity;
    while (used > 0 && Memory.getLong(at(storage, used - 1)) == Values.HOLE) {
      used--;
    }
    if (used < capacity) {
      resize(cell, storage, capacity, used);
    }
  }

  /** Whether all elements have none of the attributes; accessors are not asked for WRITABLE. */
  boolean allLack(long cell, int attributes) {
    long storage = storage(cell);
    if (storage == 0) {
      return true;
    }
    if (isSparse(storage)) {
      SparseElements sparse = sparse(storage);
      for (long index : sparse.sorted()) {
        if ((sparse.attributes(sparse.find(index)) & attributes) != 0) {
          return false;
        }
      }
      return true;
    }
    if ((denseAttributes(storage) & attributes) == 0) {
      return true;
    }
    for (long i = 0; i < capacity(storage); i++) {
      if (Memory.getLong(at(storage, i)) != Values.HOLE) {
        return false;
      }
    }
    return true;
  }

  /** Adds the keys of all elements, ascending. */
  void addKeys(long cell, KeyList keys) {
    long storage = storage(cell);
    if (storage == 0) {
      return;
    }
    if (isSparse(storage)) {
      for (long index : sparse(storage).sorted()) {
        keys.add(PropertyKey.ofIndex(index));
      }
      return;
    }
    long capacity = capacity(storage);
    for (long i = 0; i < capacity; i++) {
      if (Memory.getLong(at(storage, i)) != Values.HOLE) {
        keys.add(PropertyKey.ofIndex(i));
      }
    }
  }
}
