package dev.joist.spi.ic;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.value.ValueEmitter;
import dev.joist.spi.value.Values;

/**
 * Property accesses by facts that are read as code runs, for any inline cache. The object is known to be one that the facts are about, and the facts to
 * be of the kind that code is emitted for.
 *
 * @param facts where they stand: a site, or a fact of a table
 * @param a temp that may be lost, other than the registers below
 * @param b likewise
 */
public record FactsEmitter(MacroAssembler masm, ValueEmitter values, Mem.Displaced facts, MutGp a, MutGp b) {
  private static final int VALUE_SHIFT = 3;

  /** Whether a property of this kind can be loaded in line. */
  public static boolean canLoad(int kind) {
    return kind >= PropertyKind.OWN_INLINE && kind < PropertyKind.ACCESSOR && kind != PropertyKind.ADD_INLINE
        && kind != PropertyKind.ADD_SLOTS;
  }

  /** Whether a property of this kind can be stored in line. */
  public static boolean canStore(int kind) {
    return kind == PropertyKind.OWN_INLINE || kind == PropertyKind.OWN_SLOTS || kind == PropertyKind.ADD_INLINE
        || kind == PropertyKind.ADD_SLOTS;
  }

  private Mem field(int offset) {
    return new Mem.Displaced(facts.base(), facts.displacement() + offset);
  }

  /**
   * Branches unless the facts are of this kind and about the object's shape.
   *
   * @param shape has the object's shape
   * @param key is lost
   */
  public void check(int kind, Gp shape, MutGp key, Label other) {
    masm.load(Width.BITS32, key, field(Layout.SITE_KEY));
    if (kind != 0) {
      masm.xorImm(Width.BITS32, key, key, PropertyKind.key(kind, 0));
    }
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, shape, key, other);
  }

  /**
   * result = the property's Value. The result is written last.
   *
   * @param miss where to go when an array's length is no int32
   */
  public void load(int kind, Gp object, MutGp result, Label miss) {
    int bias = values.cellBias();
    switch (kind) {
      case PropertyKind.OWN_INLINE -> {
        masm.load(Width.BITS64, a, field(Layout.SITE_WORD1));
        masm.load(Width.BITS64, result, Mem.indexed(object, a, 0, bias));
      }
      case PropertyKind.OWN_SLOTS -> {
        masm.load(Width.BITS64, a, Mem.at(object, Layout.OBJECT_SLOTS + bias));
        loadFromStorage(result);
      }
      case PropertyKind.HOLDER_INLINE -> {
        masm.load(Width.BITS64, a, field(Layout.SITE_WORD2));
        loadFromStorage(result);
      }
      case PropertyKind.HOLDER_SLOTS -> {
        masm.load(Width.BITS64, a, field(Layout.SITE_WORD2));
        masm.load(Width.BITS64, a, Mem.at(a, Layout.OBJECT_SLOTS));
        loadFromStorage(result);
      }
      case PropertyKind.ABSENT -> masm.moveImm(result, Values.UNDEFINED);
      case PropertyKind.ARRAY_LENGTH -> {
        masm.load(Width.BITS32, a, Mem.at(object, Layout.ARRAY_LENGTH + bias));
        masm.branchImm(Width.BITS32, Cond.LESS, a, 0, miss);
        values.boxInt32(masm, result, a);
      }
      default -> throw new IllegalArgumentException("a property of kind " + kind + " is not loaded in line");
    }
  }

  private void loadFromStorage(MutGp result) {
    masm.load(Width.BITS64, b, field(Layout.SITE_WORD1));
    masm.load(Width.BITS64, result, Mem.indexed(a, b, 0, 0));
  }

  /** How a Value is stored into a cell: where a collector's write barrier would go. */
  @FunctionalInterface
  public interface Store {
    void emit(Gp value, Mem field);
  }

  /**
   * Stores a Value as the property.
   *
   * @param miss where to go, with nothing changed, when the object has no room for the property to be added
   */
  public void store(int kind, Gp object, Gp value, Store store, Label miss) {
    int bias = values.cellBias();
    switch (kind) {
      case PropertyKind.OWN_INLINE -> {
        masm.load(Width.BITS64, a, field(Layout.SITE_WORD1));
        store.emit(value, Mem.indexed(object, a, 0, bias));
      }
      case PropertyKind.OWN_SLOTS -> {
        masm.load(Width.BITS64, a, Mem.at(object, Layout.OBJECT_SLOTS + bias));
        masm.load(Width.BITS64, b, field(Layout.SITE_WORD1));
        store.emit(value, Mem.indexed(a, b, 0, 0));
      }
      case PropertyKind.ADD_INLINE -> {
        masm.load(Width.BITS64, a, field(Layout.SITE_WORD1));
        store.emit(value, Mem.indexed(object, a, 0, bias));
        storeShape(object);
      }
      case PropertyKind.ADD_SLOTS -> {
        masm.load(Width.BITS64, b, Mem.at(object, Layout.OBJECT_SLOTS + bias));
        masm.branchImm(Width.BITS64, Cond.EQUAL, b, 0, miss);
        masm.load(Width.BITS32, a, Mem.at(b, Layout.STORAGE_CAPACITY));
        masm.shiftLeftImm(Width.BITS64, a, a, VALUE_SHIFT);
        masm.addImm(Width.BITS64, a, a, Layout.STORAGE_VALUES);
        masm.load(Width.BITS64, b, field(Layout.SITE_WORD1));
        masm.branch(Width.BITS64, Cond.ABOVE_EQUAL, b, a, miss);
        masm.load(Width.BITS64, a, Mem.at(object, Layout.OBJECT_SLOTS + bias));
        store.emit(value, Mem.indexed(a, b, 0, 0));
        storeShape(object);
      }
      default -> throw new IllegalArgumentException("a property of kind " + kind + " is not stored in line");
    }
  }

  private void storeShape(Gp object) {
    masm.load(Width.BITS32, a, field(Layout.SITE_WORD2));
    masm.store(Width.BITS32, a, Mem.at(object, Layout.CELL_SHAPE + values.cellBias()));
  }
}
