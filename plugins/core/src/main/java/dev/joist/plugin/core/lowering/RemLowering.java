package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.OptionalInt;

/** Rem: int32 in line when the divisor is positive, all else by the slow path. Result, left, right, site. */
final class RemLowering implements OpcodeLowering {
  private static final int RESULT = 0;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;

  private static final Constraints CONSTRAINTS =
      Constraints.builder().use(LEFT, UsePolicy.BOXED).use(RIGHT, UsePolicy.BOXED).temps(3, 0).exits().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    OptionalInt constant = cx.int32Constant(RIGHT);
    MutGp result = cx.temp(0);
    Gp a = cx.use(LEFT);
    Gp b = constant.isPresent() ? null : cx.use(RIGHT);
    Numbers.checkInt32(cx, a, b, constant, slow);
    Gp dividend = Numbers.int32(cx, a, cx.temp(1));
    Gp divisor;
    if (constant.isPresent()) {
      masm.moveImm(cx.temp(2), Integer.toUnsignedLong(constant.getAsInt()));
      divisor = cx.temp(2);
    } else {
      divisor = Numbers.int32(cx, b, cx.temp(2));
    }
    if (constant.isEmpty() || constant.getAsInt() <= 0) {
      masm.branchImm(Width.BITS32, Cond.LESS_EQUAL, divisor, 0, slow);
    }
    masm.rem(Width.BITS32, result, dividend, divisor);
    Label done = masm.newLabel();
    // A negative dividend that leaves nothing gives -0.
    masm.branchImm(Width.BITS32, Cond.EQUAL, result, 0, cx.outOfLine(() -> {
      masm.branchImm(Width.BITS32, Cond.LESS, dividend, 0, slow);
      masm.jump(done);
    }));
    masm.bind(done);
    cx.values().boxInt32(masm, cx.def(RESULT), result);
  }
}
