package dev.joist.compiler.tier;

import dev.joist.compiler.emit.CellAllocation;
import dev.joist.compiler.emit.CellStores;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.PrototypeChain;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.ValueEmitter;
import dev.joist.spi.value.Values;

/** Natives of arrays with dense elements. */
final class ArrayNatives {
  private static final int ELEMENT_SHIFT = 3;
  private static final int FIRST_CAPACITY = 4;
  /** Two granules a pair of elements, and one for the header, up to the largest class that is one granule more than the one before. */
  private static final int LARGEST_DOUBLED = 31;
  private static final int CURSOR_SHIFT = 4;

  private final NativeStubs stubs;
  private final MacroAssembler masm;
  private final ValueEmitter values;

  ArrayNatives(NativeStubs stubs) {
    this.stubs = stubs;
    masm = stubs.masm;
    values = stubs.strategies.values();
  }

  private MutGp temp(int number) {
    return stubs.temps.get(number);
  }

  private static Mem element(MutGp elements, MutGp index) {
    return Mem.indexed(elements, index, ELEMENT_SHIFT, Layout.STORAGE_VALUES);
  }

  void emitIsArray() {
    Label no = masm.newLabel();
    stubs.requireArguments(1);
    masm.load(Width.BITS64, temp(0), stubs.argument());
    values.branchIfNotCell(masm, temp(0), no);
    masm.load(Width.BITS8, temp(1), Mem.at(temp(0), Layout.CELL_KIND + values.cellBias()));
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp(1), CellKind.ARRAY, no);
    stubs.emitReturn(Values.TRUE);
    masm.bind(no);
    stubs.emitReturn(Values.FALSE);
  }

  /** Of up to {@link #FIRST_CAPACITY} values, where there is spare room for all or for none yet, and no prototype has a say. */
  void emitPush() {
    MutGp array = temp(0);
    MutGp elements = temp(1);
    MutGp length = temp(2);
    MutGp at = temp(3);
    Label first = masm.newLabel();
    Label full = masm.newLabel();
    Label room = masm.newLabel();
    Label next = masm.newLabel();
    MutGp argument = temp(4);
    masm.addImm(Width.BITS32, at, stubs.roles.argumentCount(), -1);
    masm.branchImm(Width.BITS32, Cond.ABOVE_EQUAL, at, FIRST_CAPACITY, stubs.slow);
    stubs.loadCell(stubs.thisValue(), CellKind.ARRAY, array, at);
    checkPrototypes(array, at, elements, length);
    masm.load(Width.BITS64, length, Mem.at(array, Layout.ARRAY_LENGTH));
    masm.load(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
    masm.branchImm(Width.BITS64, Cond.EQUAL, elements, 0, first);
    masm.load(Width.BITS32, at, Mem.at(elements, Layout.STORAGE_WRITABLE));
    masm.sub(Width.BITS64, at, at, length);
    masm.branchImm(Width.BITS64, Cond.EQUAL, at, 0, full);
    masm.branch(Width.BITS64, Cond.LESS, at, stubs.roles.argumentCount(), stubs.slow);
    masm.bind(room);
    masm.moveImm(argument, 0);
    masm.bind(next);
    masm.load(Width.BITS64, at, Mem.indexed(stubs.roles.base(), argument, ELEMENT_SHIFT, Long.BYTES));
    CellStores.emit(masm, at, element(elements, length));
    masm.addImm(Width.BITS64, length, length, 1);
    masm.addImm(Width.BITS32, argument, argument, 1);
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, argument, stubs.roles.argumentCount(), next);
    masm.store(Width.BITS64, length, Mem.at(array, Layout.ARRAY_LENGTH));
    stubs.returnInt32(length);
    masm.bind(first);
    allocateElements(array, elements, length, at);
    masm.jump(room);
    masm.bind(full);
    doubleElements(array, elements, length, at, temp(4));
    masm.jump(room);
  }

  /** An array, or a prototype of it, that is exotic, or a prototype that has elements, is Java's. */
  private void checkPrototypes(MutGp array, MutGp at, MutGp a, MutGp b) {
    PrototypeChain chain = new PrototypeChain(masm, stubs.roles.context(), a, b);
    Label next = masm.newLabel();
    Label end = masm.newLabel();
    masm.move(at, array);
    masm.bind(next);
    chain.next(at, stubs.slow);
    masm.branchImm(Width.BITS64, Cond.EQUAL, at, 0, end);
    masm.branchMemImm(Width.BITS64, Cond.EQUAL, Mem.at(at, Layout.OBJECT_ELEMENTS), 0, next);
    masm.jump(stubs.slow);
    masm.bind(end);
  }

  /** Room for the first elements of what was made as [], to which nothing has been done that its shape tells of. */
  private void allocateElements(MutGp array, MutGp elements, MutGp length, MutGp temp) {
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, length, 0, stubs.slow);
    requirePlain(array, temp, elements);
    CellAllocation.emit(masm, stubs.roles.allocation(), elements, temp, CellKind.ELEMENTS, Layout.NO_SHAPE,
        Layout.STORAGE_VALUES + FIRST_CAPACITY * Long.BYTES, stubs.slow);
    masm.storeImm(Width.BITS64, FIRST_CAPACITY | (long) FIRST_CAPACITY << Integer.SIZE, Mem.at(elements, Layout.STORAGE_CAPACITY));
    masm.moveImm(temp, Values.HOLE);
    for (int i = 0; i < FIRST_CAPACITY; i++) {
      masm.store(Width.BITS64, temp, Mem.at(elements, Layout.STORAGE_VALUES + i * Long.BYTES));
    }
    masm.store(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
  }

  /** What was made as [] and may still grow. */
  private void requirePlain(MutGp array, MutGp a, MutGp b) {
    masm.load(Width.BITS32, a, Mem.at(array, Layout.CELL_SHAPE));
    masm.load(Width.BITS32, b, Mem.at(stubs.roles.context(), Layout.CONTEXT_ARRAY_SHAPE));
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, a, b, stubs.slow);
    masm.load(Width.BITS16, a, Mem.at(array, Layout.CELL_FLAGS));
    masm.branchIfAnyBits(Width.BITS32, a, Layout.ARRAY_FLAG_LENGTH_READ_ONLY, stubs.slow);
  }

  /**
   * Twice the room for an array that is full, where a size class has cells of just that size: elements take a granule more than twice their number of
   * words.
   */
  private void doubleElements(MutGp array, MutGp elements, MutGp length, MutGp at, MutGp temp) {
    MutGp fresh = stubs.roles.result();
    Label copy = masm.newLabel();
    Label fill = masm.newLabel();
    masm.branch(Width.BITS64, Cond.BELOW, length, stubs.roles.argumentCount(), stubs.slow);
    masm.branchImm(Width.BITS64, Cond.ABOVE, length, LARGEST_DOUBLED, stubs.slow);
    masm.branchMemImm(Width.BITS8, Cond.NOT_EQUAL, Mem.at(elements, Layout.CELL_KIND), CellKind.ELEMENTS, stubs.slow);
    masm.branchMemImm(Width.BITS16, Cond.NOT_EQUAL, Mem.at(elements, Layout.CELL_FLAGS), 0, stubs.slow);
    masm.load(Width.BITS32, at, Mem.at(elements, Layout.STORAGE_CAPACITY));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, at, length, stubs.slow);
    requirePlain(array, at, temp);
    masm.shiftLeftImm(Width.BITS64, temp, length, CURSOR_SHIFT);
    masm.add(Width.BITS64, temp, temp, stubs.roles.allocation());
    masm.loadPair(fresh, at, new Mem.Displaced(temp, Layout.CURSOR_NEXT));
    masm.branch(Width.BITS64, Cond.EQUAL, fresh, at, stubs.slow);
    masm.shiftLeftImm(Width.BITS64, at, length, ELEMENT_SHIFT + 1);
    masm.addImm(Width.BITS64, at, at, Layout.STORAGE_VALUES);
    masm.add(Width.BITS64, at, at, fresh);
    masm.store(Width.BITS64, at, Mem.at(temp, Layout.CURSOR_NEXT));
    masm.storeImm(Width.BITS64, Layout.NO_SHAPE | (long) CellKind.ELEMENTS << 8 * Layout.CELL_KIND, Mem.at(fresh, Layout.CELL_SHAPE));
    masm.shiftLeftImm(Width.BITS64, temp, length, 1);
    masm.store(Width.BITS32, temp, Mem.at(fresh, Layout.STORAGE_CAPACITY));
    masm.store(Width.BITS32, temp, Mem.at(fresh, Layout.STORAGE_WRITABLE));
    masm.moveImm(at, 0);
    masm.bind(copy);
    masm.load(Width.BITS64, temp, element(elements, at));
    masm.store(Width.BITS64, temp, element(fresh, at));
    masm.addImm(Width.BITS64, at, at, 1);
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, at, length, copy);
    masm.shiftLeftImm(Width.BITS64, elements, length, 1);
    masm.moveImm(temp, Values.HOLE);
    masm.bind(fill);
    masm.store(Width.BITS64, temp, element(fresh, at));
    masm.addImm(Width.BITS64, at, at, 1);
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, at, elements, fill);
    masm.move(elements, fresh);
    masm.store(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
  }

  void emitPop() {
    MutGp array = temp(0);
    MutGp elements = temp(1);
    MutGp length = temp(2);
    MutGp at = temp(3);
    stubs.loadCell(stubs.thisValue(), CellKind.ARRAY, array, at);
    masm.load(Width.BITS16, at, Mem.at(array, Layout.CELL_FLAGS));
    masm.branchIfAnyBits(Width.BITS32, at, Layout.ARRAY_FLAG_LENGTH_READ_ONLY, stubs.slow);
    masm.load(Width.BITS64, length, Mem.at(array, Layout.ARRAY_LENGTH));
    masm.branchImm(Width.BITS64, Cond.EQUAL, length, 0, stubs.slow);
    masm.addImm(Width.BITS64, length, length, -1);
    masm.load(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
    masm.branchImm(Width.BITS64, Cond.EQUAL, elements, 0, stubs.slow);
    // Sealed and frozen elements have a flag.
    masm.branchMemImm(Width.BITS16, Cond.NOT_EQUAL, Mem.at(elements, Layout.CELL_FLAGS), 0, stubs.slow);
    masm.load(Width.BITS32, at, Mem.at(elements, Layout.STORAGE_CAPACITY));
    masm.branch(Width.BITS64, Cond.BELOW_EQUAL, at, length, stubs.slow);
    masm.load(Width.BITS64, stubs.roles.result(), element(elements, length));
    masm.moveImm(at, Values.HOLE);
    masm.branch(Width.BITS64, Cond.EQUAL, stubs.roles.result(), at, stubs.slow);
    masm.store(Width.BITS64, at, element(elements, length));
    masm.store(Width.BITS64, length, Mem.at(array, Layout.ARRAY_LENGTH));
    stubs.emitReturn();
  }

  /** Of what is equal to itself alone, and of int32; a hole, or a double beside an int32, is Java's. */
  void emitIndexOf() {
    MutGp array = temp(0);
    MutGp elements = temp(1);
    MutGp length = temp(2);
    MutGp wanted = temp(3);
    MutGp index = temp(4);
    Label identity = masm.newLabel();
    Label notCell = masm.newLabel();
    Label notInt32 = masm.newLabel();
    Label absent = masm.newLabel();
    stubs.requireArguments(1);
    stubs.loadCell(stubs.thisValue(), CellKind.ARRAY, array, index);
    masm.load(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
    masm.load(Width.BITS64, length, Mem.at(array, Layout.ARRAY_LENGTH));
    masm.branchImm(Width.BITS64, Cond.EQUAL, length, 0, absent);
    masm.branchImm(Width.BITS64, Cond.EQUAL, elements, 0, stubs.slow);
    masm.load(Width.BITS32, index, Mem.at(elements, Layout.STORAGE_CAPACITY));
    masm.branch(Width.BITS64, Cond.BELOW, index, length, stubs.slow);
    masm.load(Width.BITS64, wanted, stubs.argument());
    values.branchIfNotCell(masm, wanted, notCell);
    masm.load(Width.BITS8, index, Mem.at(wanted, Layout.CELL_KIND + values.cellBias()));
    masm.branchImm(Width.BITS32, Cond.BELOW, index, CellKind.FIRST_OBJECT, stubs.slow);
    masm.bind(identity);
    search(elements, length, wanted, index, array, false, absent);
    masm.bind(notCell);
    values.branchIfNotInt32(masm, wanted, notInt32);
    search(elements, length, wanted, index, array, true, absent);
    masm.bind(notInt32);
    values.branchIfNotDouble(masm, wanted, identity);
    masm.jump(stubs.slow);
    masm.bind(absent);
    stubs.emitReturn(Values.int32(-1));
  }

  private void search(MutGp elements, MutGp length, MutGp wanted, MutGp index, MutGp hole, boolean amongNumbers, Label absent) {
    MutGp element = stubs.roles.result();
    Label next = masm.newLabel();
    Label other = masm.newLabel();
    Label found = masm.newLabel();
    masm.moveImm(hole, Values.HOLE);
    masm.moveImm(index, 0);
    masm.bind(next);
    masm.load(Width.BITS64, element, element(elements, index));
    masm.branch(Width.BITS64, Cond.EQUAL, element, wanted, found);
    masm.branch(Width.BITS64, Cond.EQUAL, element, hole, stubs.slow);
    if (amongNumbers) {
      values.branchIfInt32(masm, element, other);
      values.branchIfNotDouble(masm, element, other);
      masm.jump(stubs.slow);
    }
    masm.bind(other);
    masm.addImm(Width.BITS64, index, index, 1);
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, index, length, next);
    masm.jump(absent);
    masm.bind(found);
    stubs.returnInt32(index);
  }
}
