package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.OptionalInt;

/**
 * Compares two operands and branches. Equality is of numbers here; what else is equal is {@link Equality}'s.
 *
 * @param left index of an operand
 * @param right index of an operand
 * @param strict of equality
 */
record Comparison(Relation relation, boolean strict, int left, int right) {
  Constraints.Builder constraints(Insn insn) {
    Constraints.Builder needs = Constraints.builder().exits();
    return switch (NumberMode.of(insn)) {
      case INT32 -> needs.use(left, UsePolicy.INT32).use(right, UsePolicy.INT32).temps(2, 0);
      case DOUBLE -> needs.use(left, UsePolicy.DOUBLE).use(right, UsePolicy.DOUBLE).temps(2, 0);
      case NUMBER, ANY -> needs.use(left, UsePolicy.BOXED).use(right, UsePolicy.BOXED).temps(2, 2);
    };
  }

  /** Branches to the target when the relation holds (or when it does not); falls through otherwise. */
  void emitBranch(LoweringContext cx, Insn insn, boolean holds, Label target) {
    NumberMode mode = NumberMode.of(insn);
    switch (mode) {
      case INT32 -> emitInt32(cx, holds, target);
      case DOUBLE -> {
        Fp a = cx.useDouble(left, cx.slowPath());
        Fp b = cx.useDouble(right, cx.slowPath());
        cx.masm().branchFp(relation.fpCond(holds), a, b, target);
      }
      case NUMBER, ANY -> emitBoxed(cx, insn, holds, target, mode == NumberMode.NUMBER);
    }
  }

  private void emitInt32(LoweringContext cx, boolean holds, Label target) {
    Label slow = cx.slowPath();
    cx.expectInt32(left, right, slow);
    OptionalInt constant = cx.int32Constant(right);
    Gp a = cx.useInt32(left, slow);
    if (constant.isPresent()) {
      cx.masm().branchImm(Width.BITS32, relation.cond(holds), a, constant.getAsInt(), target);
    } else {
      cx.masm().branch(Width.BITS32, relation.cond(holds), a, cx.useInt32(right, slow), target);
    }
  }

  private void emitBoxed(LoweringContext cx, Insn insn, boolean holds, Label target, boolean doubles) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    OptionalInt constant = cx.int32Constant(right);
    Gp a = cx.use(left);
    if (relation == Relation.EQUAL && constant.isEmpty()) {
      Gp b = cx.use(right);
      Label done = masm.newLabel();
      Equality equality = new Equality(cx, this, a, b, strict);
      equality.emitBranch(holds, target, done, doubles);
      masm.bind(done);
      return;
    }
    Gp b = constant.isPresent() ? null : cx.use(right);
    Label done = masm.newLabel();
    boolean strings = b != null && (insn.feedback() & Feedback.STRING) != 0;
    Label notInt32 = !doubles && !strictlyEqual() && !strings ? slow : cx.outOfLine(() -> {
      if (strings) {
        StringOrder.emitBranch(cx, relation, a, b, holds, target, done);
      }
      if (!doubles && !strictlyEqual()) {
        masm.jump(slow);
        return;
      }
      if (strictlyEqual()) {
        // The other operand is an int32: of what is no number only the answer "different" is left.
        cx.values().branchIfNotDouble(masm, a, holds ? done : target);
      }
      emitDoubles(cx, a, b, holds, target);
      masm.jump(done);
    });
    Numbers.checkInt32(cx, a, b, constant, notInt32);
    Gp x = Numbers.int32(cx, a, cx.temp(0));
    if (constant.isPresent()) {
      masm.branchImm(Width.BITS32, relation.cond(holds), x, constant.getAsInt(), target);
    } else {
      masm.branch(Width.BITS32, relation.cond(holds), x, Numbers.int32(cx, b, cx.temp(1)), target);
    }
    masm.bind(done);
  }

  private boolean strictlyEqual() {
    return relation == Relation.EQUAL && strict;
  }

  /** Both as doubles; what is no number goes to the slow path. */
  void emitDoubles(LoweringContext cx, Gp a, Gp b, boolean holds, Label target) {
    Label slow = cx.slowPath();
    Numbers.toDouble(cx, left, a, cx.fpTemp(0), cx.temp(0), slow);
    Numbers.toDouble(cx, right, b, cx.fpTemp(1), cx.temp(0), slow);
    cx.masm().branchFp(relation.fpCond(holds), cx.fpTemp(0), cx.fpTemp(1), target);
  }
}
