package com.example.acme;

import dev.joist.masm.Fp;
import dev.joist.masm.Label;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;

/** Three machine instructions on every instruction set, when both operands are numbers. */
final class AverageLowering implements OpcodeLowering {
  private static final int RESULT = 0;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;

  /** Numbers in floating-point registers go in, and one comes out; two more registers of that kind in between; what is no number takes the slow path. */
  private static final Constraints CONSTRAINTS = Constraints.builder()
      .use(LEFT, UsePolicy.DOUBLE).use(RIGHT, UsePolicy.DOUBLE)
      .result(RESULT, Representation.DOUBLE)
      .temps(0, 2).exits().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    Label slow = cx.slowPath();
    Fp left = cx.useDouble(LEFT, slow);
    Fp right = cx.useDouble(RIGHT, slow);
    cx.masm().addFp(cx.fpTemp(0), left, right);
    cx.masm().moveFpImm(cx.fpTemp(1), 0.5);
    cx.masm().mulFp(cx.defDouble(RESULT), cx.fpTemp(0), cx.fpTemp(1));
  }
}
