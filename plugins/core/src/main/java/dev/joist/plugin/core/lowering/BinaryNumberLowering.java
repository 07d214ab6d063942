package dev.joist.plugin.core.lowering;

import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.OptionalInt;

/** Add, Sub, Mul, Div: result, left, right, site. */
final class BinaryNumberLowering implements OpcodeLowering {
  private static final int RESULT = 0;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;

  private static final Constraints INT32 = Constraints.builder().use(LEFT, UsePolicy.INT32).use(RIGHT, UsePolicy.INT32)
      .result(RESULT, Representation.INT32).temps(1, 0).exits().build();
  private static final Constraints INT32_RESTORED = Constraints.builder().use(LEFT, UsePolicy.INT32)
      .use(RIGHT, UsePolicy.INT32).result(RESULT, Representation.INT32).temps(1, 0).exits().restores().build();
  private static final Constraints INT32_MODULAR = Constraints.builder().use(LEFT, UsePolicy.INT32)
      .use(RIGHT, UsePolicy.INT32).result(RESULT, Representation.INT32).truncated(LEFT).truncated(RIGHT).temps(1, 0)
      .exits().restores().build();
  private static final Constraints DOUBLE = Constraints.builder().use(LEFT, UsePolicy.DOUBLE).use(RIGHT,
      UsePolicy.DOUBLE)
      .result(RESULT, Representation.DOUBLE).exits().restores().build();
  private static final Constraints BOXED =
      Constraints.builder().use(LEFT, UsePolicy.BOXED).use(RIGHT, UsePolicy.BOXED).temps(4, 2).exits().build();

  private final ArithmeticOperator operator;

  BinaryNumberLowering(ArithmeticOperator operator) {
    this.operator = operator;
  }

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return switch (mode(insn)) {
      case INT32 -> !operator.canUndo() ? INT32 : insn.isTruncated() ? INT32_MODULAR : INT32_RESTORED;
      case DOUBLE -> DOUBLE;
      case NUMBER, ANY -> BOXED;
    };
  }

  private NumberMode mode(Insn insn) {
    NumberMode mode = NumberMode.of(insn);
    // A quotient of int32 that once was a fraction will be one again.
    return operator == ArithmeticOperator.DIV && mode == NumberMode.NUMBER && !NumberMode.isGeneric(insn)
        ? NumberMode.DOUBLE : mode;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    switch (mode(insn)) {
      case INT32 -> emitInt32(cx, insn.isTruncated());
      case DOUBLE -> emitDouble(cx);
      case NUMBER -> emitBoxed(cx, insn, true);
      case ANY -> emitBoxed(cx, insn, false);
    }
  }

  private void emitInt32(LoweringContext cx, boolean truncated) {
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
    MutGp def = cx.defInt32(RESULT);
    if (truncated && operator.canUndo()) {
      operator.emitModular(cx.masm(), def, a, b, constant);
      return;
    }
    OptionalInt known = constant;
    boolean overLeft = def.number() == a.number();
    boolean overRight = b != null && def.number() == b.number();
    Label overflow = !overLeft && !overRight ? slow : cx.outOfLine(() -> {
      operator.undo(cx.masm(), def, a, b, known, overLeft);
      cx.masm().jump(slow);
    });
    operator.emit(cx, def, a, b, constant, cx.temp(0), overflow);
  }

  private void emitDouble(LoweringContext cx) {
    Label slow = cx.slowPath();
    Fp a = cx.useDouble(LEFT, slow);
    Fp b = cx.useDouble(RIGHT, slow);
    operator.emit(cx.masm(), cx.defDouble(RESULT), a, b);
  }

  private void emitBoxed(LoweringContext cx, Insn insn, boolean doubles) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    Label done = masm.newLabel();
    OptionalInt constant = cx.int32Constant(RIGHT);
    Gp a = cx.use(LEFT);
    Gp b = constant.isPresent() ? null : cx.use(RIGHT);
    MutGp def = cx.def(RESULT);
    Label notNumbers = operator != ArithmeticOperator.ADD || b == null || (insn.feedback() & Feedback.STRING) == 0 ? slow : cx.outOfLine(() -> {
      StringConcatenation.emit(cx, a, b, def);
      masm.jump(done);
    });
    Label notInt32 = !doubles ? notNumbers : cx.outOfLine(() -> {
      Numbers.toDouble(cx, LEFT, a, cx.fpTemp(0), cx.temp(1), notNumbers);
      Numbers.toDouble(cx, RIGHT, b, cx.fpTemp(1), cx.temp(1), slow);
      operator.emit(masm, cx.fpTemp(0), cx.fpTemp(0), cx.fpTemp(1));
      cx.boxDouble(def, cx.fpTemp(0), cx.temp(1));
      masm.jump(done);
    });
    Numbers.checkInt32(cx, a, b, constant, notInt32);
    Gp left = Numbers.int32(cx, a, cx.temp(2));
    Gp right = b == null ? null : Numbers.int32(cx, b, cx.temp(3));
    operator.emit(cx, cx.temp(0), left, right, constant, cx.temp(1), notInt32);
    cx.values().boxInt32(masm, def, cx.temp(0));
    masm.bind(done);
  }
}
