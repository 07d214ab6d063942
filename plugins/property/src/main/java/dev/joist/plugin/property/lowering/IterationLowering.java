package dev.joist.plugin.property.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
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

/**
 * IteratorNext: value, iterator, next (read and written), target. Steps through the dense elements of an array that stands for its own iterator, whose
 * next index then is in {@code next}.
 */
final class IterationLowering implements OpcodeLowering {
  private static final int VALUE = 0;
  private static final int ITERATOR = 1;
  private static final int NEXT = 2;
  private static final int TARGET = 3;
  private static final int ELEMENT_SHIFT = 3;

  private static final Constraints CONSTRAINTS =
      Constraints.builder().use(ITERATOR, UsePolicy.BOXED).use(NEXT, UsePolicy.INT32).temps(3, 0).exits().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    int bias = cx.values().cellBias();
    MutGp temp = cx.temp(0);
    Gp array = cx.use(ITERATOR);
    Gp index = cx.useIndex(NEXT, cx.temp(1), slow);
    MutGp value = cx.earlyDef(VALUE, cx.temp(2));
    cx.values().branchIfNotCell(masm, array, slow);
    masm.load(Width.BITS8, temp, Mem.at(array, Layout.CELL_KIND + bias));
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp, CellKind.ARRAY, slow);
    masm.load(Width.BITS64, temp, Mem.at(array, Layout.ARRAY_LENGTH + bias));
    masm.branch(Width.BITS64, Cond.BELOW_EQUAL, temp, index, cx.outOfLine(() -> {
      cx.values().boxInt32(masm, cx.def(NEXT), index);
      masm.moveImm(cx.def(VALUE), Values.UNDEFINED);
      masm.jump(cx.target(TARGET));
    }));
    masm.load(Width.BITS64, temp, Mem.at(array, Layout.OBJECT_ELEMENTS + bias));
    masm.branchImm(Width.BITS64, Cond.EQUAL, temp, 0, slow);
    masm.load(Width.BITS32, value, Mem.at(temp, Layout.STORAGE_CAPACITY));
    masm.branch(Width.BITS32, Cond.BELOW_EQUAL, value, index, slow);
    masm.load(Width.BITS64, value, Mem.indexed(temp, index, ELEMENT_SHIFT, Layout.STORAGE_VALUES));
    masm.branchImm(Width.BITS64, Cond.EQUAL, value, Values.HOLE, slow);
    masm.addImm(Width.BITS32, cx.temp(1), index, 1);
    cx.values().boxInt32(masm, cx.def(NEXT), cx.temp(1));
    if (!value.equals(cx.def(VALUE))) {
      masm.move(cx.def(VALUE), value);
    }
  }
}
