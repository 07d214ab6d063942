package dev.joist.plugin.property.lowering;

import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** CreateArray: result, first value, count. The elements come first: an array without them would be no array. */
final class ArrayLowering implements OpcodeLowering {
  private static final int VALUES = 1;
  private static final int COUNT = 2;
  private static final int WORD = 8;
  /** Beyond this the slow path is as good. */
  private static final int MOST = 16;

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    if (insn.operand(COUNT) > MOST) {
      return Constraints.SLOW_PATH_ONLY;
    }
    Constraints.Builder needs = Constraints.builder().temps(3, 0).exits();
    return (insn.operand(COUNT) == 0 ? needs : needs.use(VALUES, UsePolicy.IN_SLOT)).build();
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    int count = insn.operand(COUNT);
    if (count > MOST) {
      masm.jump(cx.slowPath());
      return;
    }
    MutGp elements = cx.temp(0);
    MutGp array = cx.temp(1);
    MutGp temp = cx.temp(2);
    if (count > 0) {
      createElements(cx, insn.operand(VALUES), count, elements, temp);
    }
    int size = cx.allocate(array, temp, CellKind.ARRAY, 0, Layout.ARRAY_BYTES, cx.slowPath());
    masm.load(Width.BITS32, temp, Mem.at(cx.roles().context(), Layout.CONTEXT_ARRAY_SHAPE));
    masm.store(Width.BITS32, temp, Mem.at(array, Layout.CELL_SHAPE));
    masm.storeImm(Width.BITS64, 0, Mem.at(array, Layout.OBJECT_SLOTS));
    if (count > 0) {
      masm.store(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS));
    } else {
      masm.storeImm(Width.BITS64, 0, Mem.at(array, Layout.OBJECT_ELEMENTS));
    }
    masm.storeImm(Width.BITS64, count, Mem.at(array, Layout.ARRAY_LENGTH));
    for (int at = Layout.ARRAY_BYTES; at < size; at += WORD) {
      masm.storeImm(Width.BITS64, 0, Mem.at(array, at));
    }
    cx.values().boxCell(masm, cx.def(0), array);
  }

  private static void createElements(LoweringContext cx, int first, int count, MutGp elements, MutGp temp) {
    MacroAssembler masm = cx.masm();
    int capacity = count + (count & 1);
    int size = cx.allocate(elements, temp, CellKind.ELEMENTS, Layout.NO_SHAPE, Layout.STORAGE_VALUES + WORD * capacity, cx.slowPath());
    masm.storeImm(Width.BITS64, capacity | (long) capacity << Integer.SIZE, Mem.at(elements, Layout.STORAGE_CAPACITY));
    for (int i = 0; i < count; i++) {
      masm.load(Width.BITS64, temp, cx.slot(first + i));
      cx.storeToCell(temp, Mem.at(elements, Layout.STORAGE_VALUES + WORD * i));
    }
    if (capacity > count) {
      masm.moveImm(temp, Values.HOLE);
      masm.store(Width.BITS64, temp, Mem.at(elements, Layout.STORAGE_VALUES + WORD * count));
    }
    for (int at = Layout.STORAGE_VALUES + WORD * capacity; at < size; at += WORD) {
      masm.storeImm(Width.BITS64, 0, Mem.at(elements, at));
    }
  }
}
