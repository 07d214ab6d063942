package dev.joist.compiler.tier;

import dev.joist.compiler.emit.CellStores;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.ValueEmitter;
import dev.joist.spi.value.Values;

/** Natives of arrays with dense elements. */
final class ArrayNatives {
  private static final int ELEMENT_SHIFT = 3;

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

  void emitIsArray() {
    Label no = masm.newLabel();
    stubs.requireArguments(1);
    masm.load(Width.BITS64, temp(0), stubs.argument(0));
    values.branchIfNotCell(masm, temp(0), no);
    masm.load(Width.BITS8, temp(1), Mem.at(temp(0), Layout.CELL_KIND + values.cellBias()));
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp(1), CellKind.ARRAY, no);
    stubs.emitReturn(Values.TRUE);
    masm.bind(no);
    stubs.emitReturn(Values.FALSE);
  }

  /** Of up to {@link #ArrayStubs.FIRST_CAPACITY} values, where there is spare room for all or for none yet, and no prototype has a say. */
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
    masm.branchImm(Width.BITS32, Cond.ABOVE_EQUAL, at, ArrayStubs.FIRST_CAPACITY, stubs.slow);
    stubs.loadCell(stubs.thisValue(), CellKind.ARRAY, array, at);
    growth().checkPrototypes(array, at, elements, length);
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
    CellStores.emit(masm, at, ArrayStubs.element(elements, length));
    masm.addImm(Width.BITS64, length, length, 1);
    masm.addImm(Width.BITS32, argument, argument, 1);
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, argument, stubs.roles.argumentCount(), next);
    masm.store(Width.BITS64, length, Mem.at(array, Layout.ARRAY_LENGTH));
    stubs.returnInt32(length);
    masm.bind(first);
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, length, 0, stubs.slow);
    growth().requirePlain(array, at, elements);
    growth().allocateFirst(array, elements, at);
    masm.jump(room);
    masm.bind(full);
    masm.branch(Width.BITS64, Cond.BELOW, length, stubs.roles.argumentCount(), stubs.slow);
    growth().requirePlain(array, at, temp(4));
    growth().doubleElements(array, elements, length, at, temp(4), stubs.roles.result());
    masm.jump(room);
  }

  /** Has no state but where the slow path is. */
  private ArrayStubs growth() {
    return new ArrayStubs(stubs.strategies, masm, stubs.slow);
  }

  /**
   * Array(n) and new Array(n): with its elements, all of them holes, if these fit a small cell; with the length alone otherwise. For the new.target of a
   * subclass, Java makes it.
   */
  void emitArray() {
    MutGp array = temp(0);
    MutGp elements = temp(1);
    MutGp length = temp(2);
    MutGp at = temp(3);
    MutGp end = temp(4);
    Label plain = masm.newLabel();
    Label allocated = masm.newLabel();
    stubs.requireArguments(1);
    stubs.loadInt32(stubs.argument(0), length);
    masm.branchImm(Width.BITS32, Cond.LESS, length, 0, stubs.slow);
    masm.load(Width.BITS64, at, Mem.at(stubs.roles.base(), Layout.FRAME_LINK));
    masm.branchIfNoBits(Width.BITS64, at, Layout.LINK_CONSTRUCT, plain);
    masm.load(Width.BITS64, at, Mem.at(stubs.roles.base(), Layout.FRAME_NEW_TARGET));
    masm.load(Width.BITS64, end, Mem.at(stubs.roles.base(), Layout.FRAME_CALLEE));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, at, end, stubs.slow);
    masm.bind(plain);
    masm.moveImm(elements, 0);
    masm.branchImm(Width.BITS32, Cond.EQUAL, length, 0, allocated);
    masm.branchImm(Width.BITS32, Cond.ABOVE, length, ArrayStubs.MOST_SMALL, allocated);
    growth().allocateElements(elements, length, at, end, array);
    masm.bind(allocated);
    growth().allocateArray(array, elements, length, at);
    values.boxCell(masm, stubs.roles.result(), array);
    stubs.emitReturn();
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
    masm.load(Width.BITS64, stubs.roles.result(), ArrayStubs.element(elements, length));
    masm.moveImm(at, Values.HOLE);
    masm.branch(Width.BITS64, Cond.EQUAL, stubs.roles.result(), at, stubs.slow);
    masm.store(Width.BITS64, at, ArrayStubs.element(elements, length));
    masm.store(Width.BITS64, length, Mem.at(array, Layout.ARRAY_LENGTH));
    stubs.emitReturn();
  }

  /** Of no element, or of one that is a string; a separator is one, too. */
  void emitJoin() {
    MutGp array = temp(0);
    MutGp elements = temp(1);
    MutGp length = temp(2);
    MutGp at = temp(3);
    Label separated = masm.newLabel();
    Label empty = masm.newLabel();
    stubs.loadCell(stubs.thisValue(), CellKind.ARRAY, array, at);
    masm.branchImm(Width.BITS32, Cond.EQUAL, stubs.roles.argumentCount(), 0, separated);
    stubs.loadString(stubs.argument(0), elements, at);
    masm.bind(separated);
    masm.load(Width.BITS64, length, Mem.at(array, Layout.ARRAY_LENGTH));
    masm.branchImm(Width.BITS64, Cond.EQUAL, length, 0, empty);
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, length, 1, stubs.slow);
    masm.load(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
    masm.branchImm(Width.BITS64, Cond.EQUAL, elements, 0, stubs.slow);
    masm.branchMemImm(Width.BITS32, Cond.EQUAL, Mem.at(elements, Layout.STORAGE_CAPACITY), 0, stubs.slow);
    stubs.loadString(Mem.at(elements, Layout.STORAGE_VALUES), array, at);
    masm.load(Width.BITS64, stubs.roles.result(), Mem.at(elements, Layout.STORAGE_VALUES));
    stubs.emitReturn();
    masm.bind(empty);
    masm.moveImm(at, Strings.SINGLES);
    stubs.returnSingle(at, array);
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
    masm.load(Width.BITS64, wanted, stubs.argument(0));
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
    masm.load(Width.BITS64, element, ArrayStubs.element(elements, index));
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
