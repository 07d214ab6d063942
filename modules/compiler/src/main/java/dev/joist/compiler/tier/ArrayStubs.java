package dev.joist.compiler.tier;

import dev.joist.compiler.emit.CellAllocation;
import dev.joist.compiler.emit.CellStores;
import dev.joist.compiler.emit.Strategies;
import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.heap.SizeClasses;
import dev.joist.spi.ic.PrototypeChain;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.List;

/**
 * What stubs do with arrays and their dense elements, all by address. Whatever is not so simple goes to {@code slow}: nothing that a program sees has been changed
 * by then.
 */
record ArrayStubs(Strategies strategies, MacroAssembler masm, Label slow) {
  static final int FIRST_CAPACITY = 4;
  /** Up to so many elements, each pair makes the cell a granule, and the size class one, larger. */
  static final int MOST_SMALL = 62;
  private static final int LARGEST_DOUBLED = MOST_SMALL / 2;
  private static final int ELEMENT_SHIFT = 3;
  private static final int CURSOR_SHIFT = 3;

  static {
    if (SizeClasses.of(Layout.STORAGE_VALUES + MOST_SMALL * Long.BYTES) * Layout.CURSOR_PAIR_BYTES != MOST_SMALL << CURSOR_SHIFT) {
      throw new IllegalStateException("the size classes of cells are others than the stubs count on");
    }
  }

  static Mem element(Gp elements, Gp index) {
    return Mem.indexed(elements, index, ELEMENT_SHIFT, Layout.STORAGE_VALUES);
  }

  private Gp allocation() {
    return strategies.backend().registers().calls().allocation();
  }

  private Gp context() {
    return strategies.backend().registers().calls().context();
  }

  /** An array, or a prototype of it, that is exotic, or a prototype that has elements, is Java's. */
  void checkPrototypes(Gp array, MutGp at, MutGp a, MutGp b) {
    PrototypeChain chain = new PrototypeChain(masm, context(), a, b);
    Label next = masm.newLabel();
    Label end = masm.newLabel();
    masm.move(at, array);
    masm.bind(next);
    chain.next(at, slow);
    masm.branchImm(Width.BITS64, Cond.EQUAL, at, 0, end);
    masm.branchMemImm(Width.BITS64, Cond.EQUAL, Mem.at(at, Layout.OBJECT_ELEMENTS), 0, next);
    masm.jump(slow);
    masm.bind(end);
  }

  /** What was made as [], to which nothing has been done that its shape tells of, and may still grow. */
  void requirePlain(Gp array, MutGp a, MutGp b) {
    masm.load(Width.BITS32, a, Mem.at(array, Layout.CELL_SHAPE));
    masm.load(Width.BITS32, b, Mem.at(context(), Layout.CONTEXT_ARRAY_SHAPE));
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, a, b, slow);
    masm.load(Width.BITS16, a, Mem.at(array, Layout.CELL_FLAGS));
    masm.branchIfAnyBits(Width.BITS32, a, Layout.ARRAY_FLAG_LENGTH_READ_ONLY, slow);
  }

  /** Room for the first elements of an array that has none. */
  void allocateFirst(Gp array, MutGp elements, MutGp temp) {
    CellAllocation.emit(masm, allocation(), elements, temp, CellKind.ELEMENTS, Layout.NO_SHAPE, Layout.STORAGE_VALUES + FIRST_CAPACITY * Long.BYTES, slow);
    masm.storeImm(Width.BITS64, FIRST_CAPACITY | (long) FIRST_CAPACITY << Integer.SIZE, Mem.at(elements, Layout.STORAGE_CAPACITY));
    masm.moveImm(temp, Values.HOLE);
    for (int i = 0; i < FIRST_CAPACITY; i++) {
      masm.store(Width.BITS64, temp, Mem.at(elements, Layout.STORAGE_VALUES + i * Long.BYTES));
    }
    masm.store(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
  }

  /** Twice the room for the elements of a plain array, which are full. */
  void doubleElements(Gp array, MutGp elements, Gp length, MutGp at, MutGp temp, MutGp fresh) {
    Label copy = masm.newLabel();
    masm.branchImm(Width.BITS64, Cond.ABOVE, length, LARGEST_DOUBLED, slow);
    masm.branchMemImm(Width.BITS8, Cond.NOT_EQUAL, Mem.at(elements, Layout.CELL_KIND), CellKind.ELEMENTS, slow);
    masm.branchMemImm(Width.BITS16, Cond.NOT_EQUAL, Mem.at(elements, Layout.CELL_FLAGS), 0, slow);
    masm.load(Width.BITS32, at, Mem.at(elements, Layout.STORAGE_CAPACITY));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, at, length, slow);
    masm.shiftLeftImm(Width.BITS64, at, length, 1);
    newElements(fresh, at, temp, elements);
    fill(fresh, length, at, temp);
    masm.load(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
    masm.bind(copy);
    masm.addImm(Width.BITS64, at, at, -1);
    masm.load(Width.BITS64, temp, element(elements, at));
    CellStores.emit(masm, temp, element(fresh, at));
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, at, 0, copy);
    masm.move(elements, fresh);
    masm.store(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
  }

  /** elements = a new cell for so many elements, 1 to {@link #MOST_SMALL}, all of them holes; the temps are lost. */
  void allocateElements(MutGp elements, Gp length, MutGp a, MutGp b, MutGp c) {
    masm.addImm(Width.BITS64, a, length, 1);
    masm.andImm(Width.BITS64, a, a, ~1);
    newElements(elements, a, b, c);
    masm.moveImm(b, 0);
    fill(elements, b, a, c);
  }

  /** array = a new array with these elements, an address or 0, and this length. */
  void allocateArray(MutGp array, Gp elements, Gp length, MutGp temp) {
    CellAllocation.emit(masm, allocation(), array, temp, CellKind.ARRAY, 0, Layout.ARRAY_BYTES, slow);
    masm.load(Width.BITS32, temp, Mem.at(context(), Layout.CONTEXT_ARRAY_SHAPE));
    masm.store(Width.BITS32, temp, Mem.at(array, Layout.CELL_SHAPE));
    masm.storeImm(Width.BITS64, 0, Mem.at(array, Layout.OBJECT_SLOTS));
    masm.store(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
    masm.store(Width.BITS64, length, Mem.at(array, Layout.ARRAY_LENGTH));
  }

  /** Writes holes from the last element that is not written down to one; {@code end} is the latter then. */
  private void fill(Gp elements, Gp from, MutGp end, MutGp temp) {
    Label next = masm.newLabel();
    masm.moveImm(temp, Values.HOLE);
    masm.bind(next);
    masm.addImm(Width.BITS64, end, end, -1);
    masm.store(Width.BITS64, temp, element(elements, end));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, end, from, next);
  }

  /** fresh = an ELEMENTS cell with this capacity, an even number up to {@link #MOST_SMALL}; the elements are to be written at once. */
  private void newElements(MutGp fresh, Gp capacity, MutGp cursor, MutGp end) {
    Label room = masm.newLabel();
    masm.shiftLeftImm(Width.BITS64, cursor, capacity, CURSOR_SHIFT);
    masm.add(Width.BITS64, cursor, cursor, allocation());
    masm.load(Width.BITS64, fresh, Mem.at(cursor, Layout.CURSOR_NEXT));
    masm.load(Width.BITS64, end, Mem.at(cursor, Layout.CURSOR_END));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, fresh, end, room);
    CellAllocation.emitNextRun(masm, cursor, 0, fresh, end, slow);
    masm.bind(room);
    masm.shiftLeftImm(Width.BITS64, end, capacity, ELEMENT_SHIFT);
    masm.addImm(Width.BITS64, end, end, Layout.STORAGE_VALUES);
    masm.add(Width.BITS64, end, end, fresh);
    masm.store(Width.BITS64, end, Mem.at(cursor, Layout.CURSOR_NEXT));
    masm.storeImm(Width.BITS64, Layout.NO_SHAPE | (long) CellKind.ELEMENTS << 8 * Layout.CELL_KIND, Mem.at(fresh, Layout.CELL_SHAPE));
    masm.store(Width.BITS32, capacity, Mem.at(fresh, Layout.STORAGE_CAPACITY));
    masm.store(Width.BITS32, capacity, Mem.at(fresh, Layout.STORAGE_WRITABLE));
  }

  /**
   * Stores an element that is not there: a hole, or the next one of an array.
   *
   * @param temps six, all of which are lost; the array, a Value, is in the first, the index, zero-extended, in the second
   * @param value where the Value is that is stored
   */
  void storeMissing(List<MutGp> temps, Mem value) {
    MutGp array = temps.get(0);
    MutGp index = temps.get(1);
    MutGp elements = temps.get(2);
    MutGp at = temps.get(3);
    MutGp temp = temps.get(4);
    MutGp fresh = temps.get(5);
    Label within = masm.newLabel();
    Label allocated = masm.newLabel();
    Label first = masm.newLabel();
    Label append = masm.newLabel();
    Label store = masm.newLabel();
    strategies.values().cellAddress(masm, array, array);
    requirePlain(array, at, elements);
    checkPrototypes(array, at, elements, temp);
    masm.load(Width.BITS64, at, Mem.at(array, Layout.ARRAY_LENGTH));
    masm.load(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
    masm.branch(Width.BITS64, Cond.BELOW, index, at, within);
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, index, at, slow);
    masm.branchImm(Width.BITS64, Cond.EQUAL, elements, 0, first);
    masm.load(Width.BITS32, at, Mem.at(elements, Layout.STORAGE_WRITABLE));
    masm.branch(Width.BITS32, Cond.ABOVE, at, index, append);
    masm.branchImm(Width.BITS32, Cond.EQUAL, index, 0, slow);
    doubleElements(array, elements, index, at, temp, fresh);
    masm.jump(append);
    masm.bind(first);
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, index, 0, slow);
    allocateFirst(array, elements, temp);
    masm.bind(append);
    masm.addImm(Width.BITS64, temp, index, 1);
    masm.store(Width.BITS64, temp, Mem.at(array, Layout.ARRAY_LENGTH));
    masm.jump(store);
    masm.bind(within);
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, elements, 0, allocated);
    masm.branchImm(Width.BITS64, Cond.ABOVE, at, MOST_SMALL, slow);
    allocateElements(elements, at, temp, fresh, at);
    masm.store(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
    masm.bind(allocated);
    masm.load(Width.BITS32, at, Mem.at(elements, Layout.STORAGE_WRITABLE));
    masm.branch(Width.BITS32, Cond.BELOW_EQUAL, at, index, slow);
    masm.bind(store);
    masm.load(Width.BITS64, temp, value);
    CellStores.emit(masm, temp, element(elements, index));
  }
}
