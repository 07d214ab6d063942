package dev.joist.plugin.core.lowering;

import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.opcode.SharedStub;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** BitAnd, BitOr, BitXor and the shifts: result, left, right, site. */
final class BitLowering implements OpcodeLowering {
  private static final int RESULT = 0;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;

  private static final Constraints INT32 = int32().build();
  private static final Constraints INT32_RESTORED = int32().restores().build();
  private static final Constraints BOXED =
      Constraints.builder().use(LEFT, UsePolicy.BOXED).use(RIGHT, UsePolicy.BOXED).temps(4, 1).exits().build();

  private final BitOperator operator;

  private static Constraints.Builder int32() {
    return Constraints.builder().use(LEFT, UsePolicy.INT32).use(RIGHT, UsePolicy.INT32).truncated(LEFT).truncated(RIGHT)
        .result(RESULT, Representation.INT32).temps(1, 0).exits();
  }

  BitLowering(BitOperator operator) {
    this.operator = operator;
  }

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    if (NumberMode.of(insn) != NumberMode.INT32) {
      return BOXED;
    }
    // Of what it gives this one alone is not always sure.
    return operator == BitOperator.SHIFT_RIGHT_UNSIGNED ? INT32 : INT32_RESTORED;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    switch (NumberMode.of(insn)) {
      case INT32 -> emitInt32(cx);
      case DOUBLE, NUMBER -> emitBoxed(cx, true);
      case ANY -> emitBoxed(cx, false);
    }
  }

  private void emitInt32(LoweringContext cx) {
    Label slow = cx.slowPath();
    OptionalInt constant = cx.int32Constant(RIGHT);
    int left = LEFT;
    int right = RIGHT;
    if (constant.isEmpty() && operator.commutes() && cx.int32Constant(LEFT).isPresent()) {
      constant = cx.int32Constant(LEFT);
      left = RIGHT;
      right = LEFT;
    }
    cx.expectInt32(LEFT, RIGHT, slow);
    Gp a = cx.useInt32(left, slow);
    Gp b = constant.isPresent() ? null : cx.useInt32(right, slow);
    operator.emit(cx, cx.defInt32(RESULT), a, b, constant, cx.temp(0), slow);
  }

  private void emitBoxed(LoweringContext cx, boolean doubles) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    Label operate = masm.newLabel();
    OptionalInt constant = cx.int32Constant(RIGHT);
    Gp a = cx.use(LEFT);
    Gp b = constant.isPresent() ? null : cx.use(RIGHT);
    MutGp left = cx.temp(2);
    MutGp right = cx.temp(3);
    Label notInt32 = !doubles ? slow : cx.outOfLine(() -> {
      toInt32(cx, LEFT, a, left, slow);
      if (constant.isEmpty()) {
        toInt32(cx, RIGHT, b, right, slow);
      }
      masm.jump(operate);
    });
    Numbers.checkInt32(cx, a, b, constant, notInt32);
    cx.values().unboxInt32(masm, left, a);
    if (constant.isEmpty()) {
      cx.values().unboxInt32(masm, right, b);
    }
    masm.bind(operate);
    operator.emit(cx, cx.temp(0), left, right, constant, cx.temp(1), slow);
    cx.values().boxInt32(masm, cx.def(RESULT), cx.temp(0));
  }

  private static void toInt32(LoweringContext cx, int operand, Gp value, MutGp dst, Label slow) {
    MacroAssembler masm = cx.masm();
    OptionalLong known = cx.constant(operand);
    if (known.isPresent() && cx.int32Constant(operand).isPresent()) {
      masm.moveImm(dst, Integer.toUnsignedLong(cx.int32Constant(operand).getAsInt()));
      return;
    }
    Label isDouble = masm.newLabel();
    Label done = masm.newLabel();
    cx.values().branchIfNotInt32(masm, value, isDouble);
    cx.values().unboxInt32(masm, dst, value);
    masm.jump(done);
    masm.bind(isDouble);
    cx.values().unboxDouble(masm, cx.fpTemp(0), value, cx.temp(1), slow);
    masm.fpToInt32Modular(dst, cx.fpTemp(0), cx.outOfLine(() -> {
      masm.storeFp(cx.fpTemp(0), Mem.at(cx.roles().context(), SharedStub.argument(0)));
      cx.callStub(SharedStub.DOUBLE_TO_INT32, dst);
      masm.load(Width.BITS64, dst, Mem.at(cx.roles().context(), SharedStub.argument(0)));
      masm.jump(done);
    }));
    masm.bind(done);
  }
}
