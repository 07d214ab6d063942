package dev.joist.plugin.core.lowering;

import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;

/** Neg, Inc, Dec, ToNumber, ToNumeric: result, operand, site. */
final class UnaryNumberLowering implements OpcodeLowering {
  private static final int RESULT = 0;
  private static final int OPERAND = 1;

  private static final Constraints INT32 =
      Constraints.builder().use(OPERAND, UsePolicy.INT32).result(RESULT, Representation.INT32).exits().restores().build();
  private static final Constraints DOUBLE =
      Constraints.builder().use(OPERAND, UsePolicy.DOUBLE).result(RESULT, Representation.DOUBLE).temps(0,
      1).exits().restores().build();
  private static final Constraints BOXED = Constraints.builder().use(OPERAND, UsePolicy.BOXED).temps(3,
      2).exits().build();

  private final UnaryOperator operator;

  UnaryNumberLowering(UnaryOperator operator) {
    this.operator = operator;
  }

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return switch (NumberMode.of(insn)) {
      case INT32 -> INT32;
      case DOUBLE -> DOUBLE;
      case NUMBER, ANY -> BOXED;
    };
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    switch (NumberMode.of(insn)) {
      case INT32 -> {
        Gp a = cx.useInt32(OPERAND, cx.slowPath());
        MutGp def = cx.defInt32(RESULT);
        Label slow = a.number() != def.number() ? cx.slowPath() : cx.outOfLine(() -> {
          operator.undo(cx.masm(), def);
          cx.masm().jump(cx.slowPath());
        });
        operator.emit(cx.masm(), def, a, slow);
      }
      case DOUBLE -> {
        Fp a = cx.useDouble(OPERAND, cx.slowPath());
        operator.emit(cx.masm(), cx.defDouble(RESULT), a, cx.fpTemp(0));
      }
      case NUMBER -> emitBoxed(cx, true);
      case ANY -> emitBoxed(cx, false);
    }
  }

  private void emitBoxed(LoweringContext cx, boolean doubles) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    Label done = masm.newLabel();
    Gp a = cx.use(OPERAND);
    MutGp def = cx.def(RESULT);
    Label notInt32 = !doubles ? slow : cx.outOfLine(() -> {
      Numbers.toDouble(cx, OPERAND, a, cx.fpTemp(0), cx.temp(1), slow);
      operator.emit(masm, cx.fpTemp(0), cx.fpTemp(0), cx.fpTemp(1));
      cx.boxDouble(def, cx.fpTemp(0), cx.temp(1));
      masm.jump(done);
    });
    cx.values().branchIfNotInt32(masm, a, notInt32);
    operator.emit(masm, cx.temp(0), Numbers.int32(cx, a, cx.temp(2)), notInt32);
    cx.values().boxInt32(masm, def, cx.temp(0));
    masm.bind(done);
  }
}
