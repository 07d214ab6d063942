package dev.joist.plugin.call.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.Width;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** What a function knows of its own call. */
final class FrameLowering {
  private FrameLowering() {}

  /** LoadCallee: result. */
  static final class Callee implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      cx.masm().load(Width.BITS64, cx.def(0), Mem.at(cx.roles().base(), Layout.FRAME_CALLEE));
    }
  }

  /** CheckThis: operand. */
  static final class CheckThis implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().use(0, UsePolicy.BOXED).exits().build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      cx.masm().branchImm(Width.BITS64, Cond.EQUAL, cx.use(0), Values.HOLE, cx.slowPath());
    }
  }

  /** CoerceThis: operand, read and written. An object is left as it is. */
  static final class CoerceThis implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().use(0, UsePolicy.BOXED).temps(1,
        0).exits().becomes(0, Fact.CELL).build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      Gp value = cx.use(0);
      cx.values().branchIfNotCell(masm, value, cx.slowPath());
      masm.load(Width.BITS8, cx.temp(0), Mem.at(value, Layout.CELL_KIND + cx.values().cellBias()));
      masm.branchImm(Width.BITS32, Cond.BELOW, cx.temp(0), CellKind.FIRST_OBJECT, cx.slowPath());
      masm.move(cx.def(0), value);
    }
  }
}
