package dev.joist.plugin.core.lowering;

import dev.joist.masm.Gp;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;

/** BitNot: int32 in line, all else by the slow path. Result, operand, site. */
final class BitNotLowering implements OpcodeLowering {
  private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.BOXED).temps(2,
      0).exits().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    Gp a = cx.use(1);
    cx.values().branchIfNotInt32(cx.masm(), a, cx.slowPath());
    cx.masm().not(Width.BITS32, cx.temp(0), Numbers.int32(cx, a, cx.temp(1)));
    cx.values().boxInt32(cx.masm(), cx.def(0), cx.temp(0));
  }
}
