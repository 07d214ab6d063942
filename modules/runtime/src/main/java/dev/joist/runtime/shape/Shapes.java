package dev.joist.runtime.shape;

import dev.joist.runtime.heap.AfterMark;
import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.HeapExhausted;
import dev.joist.runtime.heap.Liveness;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All shapes of an engine, by id and by what leads to them. */
public final class Shapes implements AfterMark {
  /** An object with more named properties becomes a dictionary. */
  public static final int MOST_PROPERTIES = 128;

  /** A shape with so many ways out gets no more: the next object is a dictionary. */
  private static final int MOST_TRANSITIONS = 1024;

  private static final int PAGE_SHIFT = 10;
  private static final int PAGE_MASK = (1 << PAGE_SHIFT) - 1;

  /** Spells out what records have anyway, since making that at run time costs a program's start some 20 ms. */
  private record RootKey(long prototype, int kind, int inlineCapacity) {
    @Override
    public boolean equals(Object other) {
      return other instanceof RootKey key && key.prototype == prototype && key.kind == kind && key.inlineCapacity == inlineCapacity;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(prototype) * 31 + kind * 7 + inlineCapacity;
    }
  }

  private final Map<RootKey, Shape> roots = new HashMap<>();
  private final List<ShapeTree> pinned = new ArrayList<>();
  private Shape[][] pages = new Shape[16][];
  private int[] pageLive = new int[16];
  private int nextId = 1;
  private int collection;
  private final long prototypes;

  public Shapes(Heap heap) {
    prototypes = heap.allocateOutside((long) Layout.PROTOTYPE_ENTRIES * Layout.PROTOTYPE_ENTRY_BYTES);
    heap.addRoots(this::markPinned);
    heap.addAfterMark(this);
  }

  /** The shape of an object by the id in its header. */
  public Shape byId(int id) {
    return pages[id >>> PAGE_SHIFT][id & PAGE_MASK];
  }

  /** The shape of an object cell. */
  public Shape of(long address) {
    return byId(Memory.getInt(address + Layout.CELL_SHAPE));
  }

  /** The address of the prototypes by shape that compiled code knows; see {@link #tellPrototype}. */
  public long prototypes() {
    return prototypes;
  }

  /** Lets compiled code find a shape's prototype, which stays the same as long as the shape lives, and its id is never used again. */
  public void tellPrototype(Shape shape) {
    long entry = prototypes + (long) (shape.id() & Layout.PROTOTYPE_ENTRIES - 1) * Layout.PROTOTYPE_ENTRY_BYTES;
    Memory.putLong(entry + Layout.PROTOTYPE_ADDRESS, shape.prototype() == Values.NULL ? 0 : Values.address(shape.prototype()));
    Memory.putInt(entry, shape.id());
  }

  private int newId() {
    if (nextId == Layout.STRING_SHAPE) {
      throw new HeapExhausted("Out of memory: no more than " + Layout.STRING_SHAPE + " object layouts in an engine's life");
    }
    return nextId++;
  }

  private Shape enter(Shape shape) {
    int page = shape.id() >>> PAGE_SHIFT;
    if (page == pages.length) {
      pages = Arrays.copyOf(pages, page * 2);
      pageLive = Arrays.copyOf(pageLive, page * 2);
    }
    if (pages[page] == null) {
      pages[page] = new Shape[PAGE_MASK + 1];
    }
    pages[page][shape.id() & PAGE_MASK] = shape;
    pageLive[page]++;
    shape.tree.shapes.add(shape);
    return shape;
  }

  private void drop(Shape shape) {
    int page = shape.id() >>> PAGE_SHIFT;
    pages[page][shape.id() & PAGE_MASK] = null;
    if (--pageLive[page] == 0 && page != nextId >>> PAGE_SHIFT) {
      pages[page] = null;
    }
  }

  /**
   * The shape without named properties. It lives while an object has it or one that comes from it; {@link #pin} it to keep it longer.
   *
   * @param prototype an object's Value, or null's
   * @param kind of cell
   * @param inlineCapacity slots in the cell
   */
  public Shape root(long prototype, int kind, int inlineCapacity) {
    RootKey key = new RootKey(prototype, kind, inlineCapacity);
    Shape root = roots.get(key);
    if (root == null) {
      ShapeTree tree = newTree(prototype, false);
      root = enter(new Shape(newId(), kind, inlineCapacity, false, tree, null, new PropertyTable(4), 0, 0, true));
      roots.put(key, root);
    }
    return root;
  }

  private ShapeTree newTree(long prototype, boolean owned) {
    if (prototype != Values.NULL) {
      becomePrototype(Values.address(prototype));
    }
    return new ShapeTree(prototype, owned);
  }

  /**
   * An object that serves as a prototype gets shapes of its own, so that its changes are seen: no inline cache that knows another object's shape
   * can add to it.
   */
  private void becomePrototype(long cell) {
    int flags = Memory.getChar(cell + Layout.CELL_FLAGS);
    if ((flags & ObjectFlags.PROTOTYPE) == 0) {
      Memory.putChar(cell + Layout.CELL_FLAGS, flags | ObjectFlags.PROTOTYPE);
      Shape shape = of(cell);
      if (!shape.isDictionary()) {
        ShapeTree tree = new ShapeTree(shape.prototype(), true);
        Memory.putInt(cell + Layout.CELL_SHAPE, copy(shape, tree, shape.table.copy(shape.entryCount())).id());
      }
    }
  }

  /** The same shape in another tree or with other attributes; keeps its keys alive. */
  private Shape copy(Shape shape, ShapeTree tree, PropertyTable table) {
    for (int i = 0; i < shape.entryCount(); i++) {
      tree.keep(shape.key(i));
    }
    return enter(new Shape(newId(), shape.kind(), shape.inlineCapacity(), false, tree, null, table, shape.entryCount(), shape.slotCount(),
        shape.isExtensible()));
  }

  /** A dictionary without properties. */
  public Shape newDictionary(long prototype, int kind, int inlineCapacity) {
    return enter(new Shape(newId(), kind, inlineCapacity, true, newTree(prototype, false), null, new PropertyTable(8), 0, 0, true));
  }

  /** Keeps a shape and all that come from it: for those that Java code or site data refer to. */
  public void pin(Shape shape) {
    if (!pinned.contains(shape.tree)) {
      pinned.add(shape.tree);
    }
  }

  // Changes. Each answers the shape that the object has from then on; values stay in their slots.

  /** The shape after a property that is not there was added: its slot is the new last entry's. */
  public Shape add(Shape shape, long key, int attributes) {
    if (shape.isDictionary()) {
      shape.addInPlace(key, attributes);
      return shape;
    }
    if (shape.transitions != null) {
      Shape known = shape.transitions.find(key, attributes);
      if (known != null) {
        return known;
      }
    }
    if (shape.entryCount() >= MOST_PROPERTIES || shape.transitions != null && shape.transitions.count() >= MOST_TRANSITIONS) {
      return add(toDictionary(shape), key, attributes);
    }
    int count = shape.entryCount();
    int slot = shape.slotCount();
    PropertyTable table = shape.table.size() == count ? shape.table : shape.table.copy(count);
    table.append(key, slot, attributes);
    Shape added = enter(new Shape(newId(), shape.kind(), shape.inlineCapacity(), false, shape.tree, shape, table, count + 1, slot + 1,
        shape.isExtensible()));
    shape.tree.keep(key);
    if (shape.transitions == null) {
      shape.transitions = new Transitions();
    }
    shape.transitions.add(key, attributes, added);
    return added;
  }

  /** The shape with other attributes of an entry; its slot is the same. */
  public Shape withAttributes(Shape shape, int entry, int attributes) {
    if (shape.attributes(entry) == attributes) {
      return shape;
    }
    if (shape.isDictionary()) {
      shape.table.setAttributes(entry, attributes);
      return shape;
    }
    if (!shape.isExtensible()) {
      Shape dictionary = toDictionary(shape);
      dictionary.table.setAttributes(entry, attributes);
      return dictionary;
    }
    if (shape.isOwned()) {
      PropertyTable table = shape.table.copy(shape.entryCount());
      table.setAttributes(entry, attributes);
      return copy(shape, shape.tree, table);
    }
    Shape rebuilt = rootOf(shape, shape.prototype());
    for (int i = 0; i < shape.entryCount(); i++) {
      rebuilt = add(rebuilt, shape.key(i), i == entry ? attributes : shape.attributes(i));
    }
    return rebuilt;
  }

  private Shape rootOf(Shape shape, long prototype) {
    if (prototype == shape.prototype()) {
      Shape root = shape;
      while (root.parent != null) {
        root = root.parent;
      }
      if (root.isRoot()) {
        return root;
      }
    }
    return root(prototype, shape.kind(), shape.inlineCapacity());
  }

  /**
   * The shape without an entry. Its slot is out of use, whatever it holds. A function does not get its root shape back, for that says that its own
   * properties are not defined yet.
   */
  public Shape remove(Shape shape, int entry) {
    if (shape.isDictionary()) {
      shape.removeInPlace(entry);
      return shape;
    }
    if (entry == shape.entryCount() - 1 && shape.parent != null && shape.parent.isExtensible() == shape.isExtensible()
        && shape.parent.entryCount() == entry && !(shape.kind() == CellKind.FUNCTION && shape.parent.isRoot())) {
      return shape.parent;
    }
    Shape dictionary = toDictionary(shape);
    dictionary.removeInPlace(entry);
    return dictionary;
  }

  /** The shape with another prototype. */
  public Shape withPrototype(Shape shape, long prototype) {
    if (shape.prototype() == prototype) {
      return shape;
    }
    if (shape.isDictionary() || !shape.isExtensible()) {
      return copyAsDictionary(shape, prototype);
    }
    if (shape.isOwned()) {
      return copy(shape, newTree(prototype, true), shape.table.copy(shape.entryCount()));
    }
    Shape rebuilt = rootOf(shape, prototype);
    for (int i = 0; i < shape.entryCount(); i++) {
      rebuilt = add(rebuilt, shape.key(i), shape.attributes(i));
    }
    return rebuilt;
  }

  /** The shape that allows no more properties. */
  public Shape preventExtensions(Shape shape) {
    if (!shape.isExtensible()) {
      return shape;
    }
    if (shape.isDictionary()) {
      shape.setExtensibleInPlace(false);
      return shape;
    }
    if (shape.nonExtensible == null) {
      shape.nonExtensible = enter(new Shape(newId(), shape.kind(), shape.inlineCapacity(), false, shape.tree, null,
          shape.table.copy(shape.entryCount()), shape.entryCount(), shape.slotCount(), false));
    }
    return shape.nonExtensible;
  }

  /**
   * The shape that allows no more properties, none of which can be removed.
   *
   * @param readOnly whether data properties become read-only as well
   */
  public Shape restrict(Shape shape, boolean readOnly) {
    if (!shape.isDictionary() && !shape.isExtensible()) {
      return restrict(toDictionary(shape), readOnly);
    }
    if (shape.isDictionary()) {
      for (int i = 0; i < shape.entryCount(); i++) {
        shape.table.setAttributes(i, restricted(shape.key(i), shape.attributes(i), readOnly));
      }
      return preventExtensions(shape);
    }
    if (shape.isOwned()) {
      PropertyTable table = shape.table.copy(shape.entryCount());
      for (int i = 0; i < table.size(); i++) {
        table.setAttributes(i, restricted(table.key(i), table.attributes(i), readOnly));
      }
      return preventExtensions(copy(shape, shape.tree, table));
    }
    Shape rebuilt = rootOf(shape, shape.prototype());
    for (int i = 0; i < shape.entryCount(); i++) {
      rebuilt = add(rebuilt, shape.key(i), restricted(shape.key(i), shape.attributes(i), readOnly));
    }
    return preventExtensions(rebuilt);
  }

  /** Private names are no properties. */
  private static int restricted(long key, int attributes, boolean readOnly) {
    return key != 0 && PropertyKey.isPrivate(key) ? attributes : attributes & ~(readOnly ? Attributes.CONFIGURABLE | Attributes.WRITABLE : Attributes.CONFIGURABLE);
  }

  /** A dictionary with the same properties; the shape itself if it is one. */
  public Shape toDictionary(Shape shape) {
    return shape.isDictionary() ? shape : copyAsDictionary(shape, shape.prototype());
  }

  private Shape copyAsDictionary(Shape shape, long prototype) {
    return enter(new Shape(newId(), shape.kind(), shape.inlineCapacity(), true, newTree(prototype, false), null, shape.table.copy(shape.entryCount()),
        0, shape.slotCount(), shape.isExtensible()));
  }

  // Collection

  /** Begins a collection's marking. */
  public void beginMark() {
    collection++;
  }

  /** Marks what a shape of a live object keeps alive. */
  public void mark(Shape shape, Marker marker) {
    shape.tree.mark(marker, collection);
  }

  private void markPinned(Marker marker) {
    for (ShapeTree tree : pinned) {
      tree.mark(marker, collection);
    }
  }

  @Override
  public void afterMark(Liveness liveness) {
    for (Shape[] page : pages) {
      if (page != null) {
        for (Shape shape : page) {
          if (shape != null && !shape.tree.isMarkedIn(collection)) {
            drop(shape);
          }
        }
      }
    }
    roots.values().removeIf(root -> !root.tree.isMarkedIn(collection));
  }
}
