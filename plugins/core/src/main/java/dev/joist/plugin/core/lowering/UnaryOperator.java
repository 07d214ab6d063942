package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;

/** Operators on one number. */
enum UnaryOperator {
  NEGATE {
    @Override
    void undo(MacroAssembler masm, MutGp register) {
      // Neither 0 nor the least int32 is anything else when negated.
    }

    @Override
    void emit(MacroAssembler masm, MutGp dst, Gp a, Label notInt32) {
      // Of 0 it is -0.
      masm.branchImm(Width.BITS32, Cond.EQUAL, a, 0, notInt32);
      masm.negOverflow(Width.BITS32, dst, a, notInt32);
    }

    @Override
    void emit(MacroAssembler masm, MutFp dst, Fp a, MutFp temp) {
      // Not negFp: it turns the sign of a NaN too, which is then not the canonical one any more.
      masm.moveFpImm(temp, -1);
      masm.mulFp(dst, a, temp);
    }
  },
  INCREMENT {
    @Override
    void undo(MacroAssembler masm, MutGp register) {
      masm.addImm(Width.BITS32, register, register, -1);
    }

    @Override
    void emit(MacroAssembler masm, MutGp dst, Gp a, Label notInt32) {
      masm.addImmOverflow(Width.BITS32, dst, a, 1, notInt32);
    }

    @Override
    void emit(MacroAssembler masm, MutFp dst, Fp a, MutFp temp) {
      masm.moveFpImm(temp, 1);
      masm.addFp(dst, a, temp);
    }
  },
  DECREMENT {
    @Override
    void undo(MacroAssembler masm, MutGp register) {
      masm.addImm(Width.BITS32, register, register, 1);
    }

    @Override
    void emit(MacroAssembler masm, MutGp dst, Gp a, Label notInt32) {
      masm.addImmOverflow(Width.BITS32, dst, a, -1, notInt32);
    }

    @Override
    void emit(MacroAssembler masm, MutFp dst, Fp a, MutFp temp) {
      masm.moveFpImm(temp, -1);
      masm.addFp(dst, a, temp);
    }
  },
  TO_NUMBER {
    @Override
    void undo(MacroAssembler masm, MutGp register) {
      // It cannot fail.
    }

    @Override
    void emit(MacroAssembler masm, MutGp dst, Gp a, Label notInt32) {
      masm.zeroExtend(Width.BITS32, dst, a);
    }

    @Override
    void emit(MacroAssembler masm, MutFp dst, Fp a, MutFp temp) {
      masm.moveFp(dst, a);
    }
  };

  /** Where an int32's result has gone over its operand and was no int32: makes it the operand again. */
  abstract void undo(MacroAssembler masm, MutGp register);

  /** dst = op a, zero-extended; branches when the result is no int32. */
  abstract void emit(MacroAssembler masm, MutGp dst, Gp a, Label notInt32);

  /** @param temp differs from the others */
  abstract void emit(MacroAssembler masm, MutFp dst, Fp a, MutFp temp);
}
