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
import dev.joist.spi.opcode.Constraints.Builder;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;

/** A function of one number: result, callee, receiver, number, site. */
final class UnaryLowering implements OpcodeLowering {
  private static final int RESULT = 0;
  private static final int NUMBER = 3;
  private static final int SITE = 4;
  private static final int FP_TEMPS = 3;

  private final UnaryFunction function;

  UnaryLowering(UnaryFunction function) {
    this.function = function;
  }

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    Known known = Known.of(insn, SITE);
    if (known == Known.NOTHING) {
      return Constraints.SLOW_PATH_ONLY;
    }
    UsePolicy use = known == Known.INT32 && function.takesInt32() ? UsePolicy.INT32 : UsePolicy.DOUBLE;
    Builder builder = Constraints.builder().use(Known.CALLEE, UsePolicy.BOXED).use(NUMBER, use).exits();
    return builder.result(RESULT, givesInt32(known) ? Representation.INT32 : Representation.DOUBLE)
        .temps(use == UsePolicy.DOUBLE && givesInt32(known) ? 1 : 0, use == UsePolicy.DOUBLE ? FP_TEMPS : 0).build();
  }

  private boolean givesInt32(Known known) {
    return function.takesInt32() && (known != Known.NUMBERS || function == UnaryFunction.CLZ32);
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
    if (known == Known.INT32 && function.takesInt32()) {
      Gp a = cx.useInt32(NUMBER, slow);
      function.emitInt32(cx.masm(), cx.defInt32(RESULT), a, slow);
      return;
    }
    Fp a = cx.useDouble(NUMBER, slow);
    if (givesInt32(known)) {
      function.emitToInt32(cx, a, slow);
      cx.masm().zeroExtend(Width.BITS32, cx.defInt32(RESULT), cx.temp(0));
    } else {
      function.emitDouble(cx, cx.defDouble(RESULT), a, slow);
    }
  }
}
