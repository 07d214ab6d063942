package dev.joist.plugin.core.lowering;

import dev.joist.masm.Gp;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;

/** ToString: result, operand. What is a string already. */
final class ToStringLowering implements OpcodeLowering {
  private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.BOXED).temps(1, 0).exits().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    Gp value = cx.use(1);
    StringConcatenation.branchUnlessString(cx, value, cx.temp(0), cx.slowPath());
    cx.masm().move(cx.def(0), value);
  }
}
