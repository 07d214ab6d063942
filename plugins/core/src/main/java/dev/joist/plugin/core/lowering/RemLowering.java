package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.FpCond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Rounding;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.List;
import java.util.OptionalInt;

/**
 * Rem: int32 in line when the divisor is positive; out of line positive integers beyond int32, where doubles have been
 * seen; all else by the slow path. Result, left, right, site.
 */
final class RemLowering implements OpcodeLowering {
  private static final int RESULT = 0;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;

  private static final double TWO_TO_53 = 0x1p53;

  private static final Constraints INT32 =
      Constraints.builder().use(LEFT, UsePolicy.BOXED).use(RIGHT, UsePolicy.BOXED).temps(3, 0).exits().build();
  private static final Constraints NUMBERS =
      Constraints.builder().use(LEFT, UsePolicy.BOXED).use(RIGHT, UsePolicy.BOXED).temps(3, 3).exits().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return hasSeenDoubles(insn) ? NUMBERS : INT32;
  }

  private static boolean hasSeenDoubles(Insn insn) {
    NumberMode mode = NumberMode.of(insn);
    return mode == NumberMode.DOUBLE || mode == NumberMode.NUMBER;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    OptionalInt constant = cx.int32Constant(RIGHT);
    MutGp result = cx.temp(0);
    Gp a = cx.use(LEFT);
    Gp b = constant.isPresent() ? null : cx.use(RIGHT);
    MutGp def = cx.def(RESULT);
    Label done = masm.newLabel();
    Label notInt32 = !hasSeenDoubles(insn) ? slow : cx.outOfLine(() -> {
      emitIntegers(cx, a, b, def, slow);
      masm.jump(done);
    });
    Numbers.checkInt32(cx, a, b, constant, notInt32);
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
    Label positive = masm.newLabel();
    // A negative dividend that leaves nothing gives -0.
    masm.branchImm(Width.BITS32, Cond.EQUAL, result, 0, cx.outOfLine(() -> {
      masm.branchImm(Width.BITS32, Cond.LESS, dividend, 0, slow);
      masm.jump(positive);
    }));
    masm.bind(positive);
    cx.values().boxInt32(masm, def, result);
    masm.bind(done);
  }

  /**
   * The remainder of positive integers below 2^53. Their quotient is never rounded up to the next integer, which is at
   * least 1/b away, more than half of what doubles of that size differ by; products and differences are integers that
   * doubles hold exactly.
   */
  private static void emitIntegers(LoweringContext cx, Gp left, Gp right, MutGp def, Label slow) {
    MacroAssembler masm = cx.masm();
    MutFp a = cx.fpTemp(0);
    MutFp b = cx.fpTemp(1);
    MutFp scratch = cx.fpTemp(2);
    Numbers.toDouble(cx, LEFT, left, a, cx.temp(1), slow);
    Numbers.toDouble(cx, RIGHT, right, b, cx.temp(1), slow);
    for (MutFp number : List.of(a, b)) {
      masm.moveFpImm(scratch, 0);
      masm.branchFp(FpCond.NOT_GREATER, number, scratch, slow);
      masm.moveFpImm(scratch, TWO_TO_53);
      masm.branchFp(FpCond.NOT_LESS, number, scratch, slow);
      masm.roundFp(Rounding.TRUNCATE, scratch, number);
      masm.branchFp(FpCond.NOT_EQUAL, number, scratch, slow);
    }
    masm.divFp(scratch, a, b);
    masm.roundFp(Rounding.TRUNCATE, scratch, scratch);
    masm.mulFp(scratch, scratch, b);
    masm.subFp(a, a, scratch);
    Label isDouble = masm.newLabel();
    Label boxed = masm.newLabel();
    masm.fpToInt32Exact(cx.temp(1), a, isDouble);
    cx.values().boxInt32(masm, def, cx.temp(1));
    masm.jump(boxed);
    masm.bind(isDouble);
    cx.boxDouble(def, a, cx.temp(1));
    masm.bind(boxed);
  }
}
