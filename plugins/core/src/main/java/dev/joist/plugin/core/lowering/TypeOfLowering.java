package dev.joist.plugin.core.lowering;

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

/** TypeOf: result, operand. The answers stand in a table, by cell kind. */
final class TypeOfLowering implements OpcodeLowering {
  private static final int WORD_SHIFT = 3;
  private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.BOXED).temps(2, 0).build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    Gp value = cx.use(1);
    MutGp table = cx.temp(0);
    MutGp kind = cx.temp(1);
    Label known = masm.newLabel();
    masm.load(Width.BITS64, table, Mem.at(cx.roles().context(), Layout.CONTEXT_TYPE_NAMES));
    cx.values().branchIfNotCell(masm, value, cx.outOfLine(() -> {
      emitKindOfImmediate(cx, value, kind, known);
      masm.jump(known);
    }));
    masm.load(Width.BITS8, kind, Mem.at(value, Layout.CELL_KIND + cx.values().cellBias()));
    masm.bind(known);
    masm.load(Width.BITS64, cx.def(0), Mem.indexed(table, kind, WORD_SHIFT, 0));
  }

  private static void emitKindOfImmediate(LoweringContext cx, Gp value, MutGp kind, Label known) {
    MacroAssembler masm = cx.masm();
    Label other = masm.newLabel();
    masm.moveImm(kind, CellKind.HEAP_NUMBER);
    cx.values().branchIfInt32(masm, value, known);
    cx.values().branchIfNotDouble(masm, value, other);
    masm.jump(known);
    masm.bind(other);
    masm.moveImm(kind, CellKind.OBJECT);
    masm.branchImm(Width.BITS64, Cond.EQUAL, value, Values.NULL, known);
    masm.moveImm(kind, Layout.TYPE_NAME_BOOLEAN);
    masm.branchImm(Width.BITS64, Cond.EQUAL, value, Values.TRUE, known);
    masm.branchImm(Width.BITS64, Cond.EQUAL, value, Values.FALSE, known);
    masm.moveImm(kind, Layout.TYPE_NAME_UNDEFINED);
  }
}
