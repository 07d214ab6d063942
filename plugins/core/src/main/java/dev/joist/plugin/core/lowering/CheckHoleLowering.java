package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** CheckHole: operand, name. */
final class CheckHoleLowering implements OpcodeLowering {
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
