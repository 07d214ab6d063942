package dev.joist.plugin.math.lowering;

import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;

/** A function of two numbers: result, callee, receiver, left, right, site. */
final class BinaryLowering implements OpcodeLowering {
  private static final int RESULT = 0;
  private static final int LEFT = 3;
  private static final int RIGHT = 4;
  private static final int SITE = 5;

  private final BinaryFunction function;

  BinaryLowering(BinaryFunction function) {
    this.function = function;
  }

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    Known known = Known.of(insn, SITE);
    if (known == Known.NOTHING) {
      return Constraints.SLOW_PATH_ONLY;
    }
    UsePolicy use = known == Known.INT32 ? UsePolicy.INT32 : UsePolicy.DOUBLE;
    boolean integral = known == Known.INT32 || function.isModular();
    return Constraints.builder().use(Known.CALLEE, UsePolicy.BOXED).use(LEFT, use).use(RIGHT, use)
        .result(RESULT, integral ? Representation.INT32 : Representation.DOUBLE)
        .temps(function.isModular() && use == UsePolicy.DOUBLE ? 2 : 0, 0).exits().build();
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    Label slow = cx.slowPath();
    Known known = Known.of(insn, SITE);
    if (known == Known.NOTHING) {
      cx.masm().jump(slow);
      return;
    }
    Known.checkCallee(cx, insn, SITE, slow);
    if (known == Known.INT32) {
      cx.expectInt32(LEFT, RIGHT, slow);
      Gp a = cx.useInt32(LEFT, slow);
      Gp b = cx.useInt32(RIGHT, slow);
      function.emitInt32(cx.masm(), cx.defInt32(RESULT), a, b);
      return;
    }
    Fp a = cx.useDouble(LEFT, slow);
    Fp b = cx.useDouble(RIGHT, slow);
    if (function.isModular()) {
      cx.masm().fpToInt32Modular(cx.temp(0), a, slow);
      cx.masm().fpToInt32Modular(cx.temp(1), b, slow);
      cx.masm().mul(Width.BITS32, cx.defInt32(RESULT), cx.temp(0), cx.temp(1));
    } else {
      function.emitDouble(cx.masm(), cx.defDouble(RESULT), a, b);
    }
  }
}
