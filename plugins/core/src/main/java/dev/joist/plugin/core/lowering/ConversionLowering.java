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

/** ToString, ToPropertyKey, ToObject: result, operand. What is so already. */
enum ConversionLowering implements OpcodeLowering {
  STRING {
    @Override
    void branchUnlessDone(LoweringContext cx, Gp value, MutGp temp, Label otherwise) {
      StringConcatenation.branchUnlessString(cx, value, temp, otherwise);
    }
  },
  PROPERTY_KEY {
    @Override
    void branchUnlessDone(LoweringContext cx, Gp value, MutGp temp, Label otherwise) {
      MacroAssembler masm = cx.masm();
      Label done = masm.newLabel();
      cx.values().branchIfNotInt32(masm, value, cx.outOfLine(() -> {
        StringConcatenation.branchUnlessString(cx, value, temp, otherwise);
        masm.jump(done);
      }));
      cx.values().unboxInt32(masm, temp, value);
      masm.branchImm(Width.BITS32, Cond.LESS, temp, 0, otherwise);
      masm.bind(done);
    }
  },
  OBJECT {
    @Override
    void branchUnlessDone(LoweringContext cx, Gp value, MutGp temp, Label otherwise) {
      cx.values().branchIfNotCell(cx.masm(), value, otherwise);
      cx.masm().load(Width.BITS8, temp, Mem.at(value, Layout.CELL_KIND + cx.values().cellBias()));
      cx.masm().branchImm(Width.BITS32, Cond.BELOW, temp, CellKind.FIRST_OBJECT, otherwise);
    }
  };

  private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.BOXED).temps(1, 0).exits().build();

  abstract void branchUnlessDone(LoweringContext cx, Gp value, MutGp temp, Label otherwise);

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    Gp value = cx.use(1);
    branchUnlessDone(cx, value, cx.temp(0), cx.slowPath());
    cx.masm().move(cx.def(0), value);
  }
}
