package dev.joist.runtime.shape;

import dev.joist.runtime.heap.Marker;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;

/**
 * What many objects have in common: kind of cell, prototype, in-line capacity, extensibility, and which named property lies in which slot with
 * which attributes. Immutable, and equal layouts reached in the same order are the same shape, unless it is a {@linkplain #isDictionary dictionary}:
 * that belongs to one object and changes with it. Elements (index keys) are no business of shapes.
 */
public final class Shape {
  private final int id;
  private final int kind;
  private final int inlineCapacity;
  private final int inlineOffset;
  private final boolean dictionary;
  final ShapeTree tree;
  /** Before the last property was added; null for roots and dictionaries. */
  final Shape parent;
  final PropertyTable table;
  private int count;
  private int slotCount;
  private boolean extensible;
  private FreeSlots freeSlots;
  private int removed;
  Transitions transitions;
  /** The same without extensibility, once it was asked for. */
  Shape nonExtensible;

  Shape(int id, int kind, int inlineCapacity, boolean dictionary, ShapeTree tree, Shape parent, PropertyTable table, int count, int slotCount,
      boolean extensible) {
    this.id = id;
    this.kind = kind;
    this.inlineCapacity = inlineCapacity;
    this.inlineOffset = inlineOffset(kind);
    this.dictionary = dictionary;
    this.tree = tree;
    this.parent = parent;
    this.table = table;
    this.count = count;
    this.slotCount = slotCount;
    this.extensible = extensible;
  }

  /** Nonzero, unique in the engine for ever, as it stands in the headers of cells. */
  public int id() {
    return id;
  }

  /** The {@link CellKind} of its objects. */
  public int kind() {
    return kind;
  }

  /** An object's Value, or null's. */
  public long prototype() {
    return tree.prototype;
  }

  /** How many slots lie in the cell; the others lie in a SLOTS cell. */
  public int inlineCapacity() {
    return inlineCapacity;
  }

  /** Where the in-line slots of its objects begin. */
  public int inlineOffset() {
    return inlineOffset;
  }

  /** Slots in use are numbered below this. */
  public int slotCount() {
    return slotCount;
  }

  /** True when it belongs to one object only and changes with it, so that knowing its id says nothing. */
  public boolean isDictionary() {
    return dictionary;
  }

  /**
   * True when one object only has it, one that serves as a prototype: unlike a dictionary it does not change with the object, which gets another instead.
   */
  public boolean isOwned() {
    return tree.owned;
  }

  public boolean isExtensible() {
    return extensible;
  }

  /** Whether it has no named property and never had one. */
  public boolean isRoot() {
    return parent == null && !dictionary && count == 0;
  }

  /** Entries are numbered below this, in order of insertion; some may be vacant in a dictionary. */
  public int entryCount() {
    return dictionary ? table.size() : count;
  }

  /** How many properties there are. */
  public int propertyCount() {
    return entryCount() - removed;
  }

  /** The entry of a property key that is no index, or -1. */
  public int find(long key) {
    return table.find(key, entryCount());
  }

  /** The key of an entry, 0 when it is vacant. */
  public long key(int entry) {
    return table.key(entry);
  }

  /** {@link Attributes} of an entry. */
  public int attributes(int entry) {
    return table.attributes(entry);
  }

  public int slot(int entry) {
    return table.slot(entry);
  }

  /** Bytes of a cell with this shape. */
  public int cellBytes() {
    return inlineOffset + 8 * inlineCapacity;
  }

  /** Where the in-line slots of a kind of cell begin. */
  public static int inlineOffset(int kind) {
    return switch (kind) {
      case CellKind.OBJECT -> Layout.OBJECT_INLINE;
      case CellKind.ARRAY -> Layout.ARRAY_BYTES;
      case CellKind.FUNCTION -> Layout.FUNCTION_INLINE;
      default -> Layout.HOST_INLINE;
    };
  }

  void markKeys(Marker marker) {
    for (int i = 0; i < table.size(); i++) {
      marker.mark(table.key(i));
    }
  }

  // Dictionaries change in place

  int addInPlace(long key, int attributes) {
    int slot = freeSlots != null && !freeSlots.isEmpty() ? freeSlots.take() : slotCount++;
    table.append(key, slot, attributes);
    return slot;
  }

  void removeInPlace(int entry) {
    if (freeSlots == null) {
      freeSlots = new FreeSlots();
    }
    freeSlots.add(table.slot(entry));
    table.remove(entry);
    if (++removed > 16 && removed > table.size() / 2) {
      table.compact();
      removed = 0;
    }
  }

  void setExtensibleInPlace(boolean value) {
    extensible = value;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("shape ").append(id).append(", kind ").append(kind);
    text.append(dictionary ? ", dictionary" : "").append(extensible ? "" : ", not extensible");
    return text.append(", ").append(propertyCount()).append(" properties, ").append(inlineCapacity).append(" in-line").toString();
  }
}
