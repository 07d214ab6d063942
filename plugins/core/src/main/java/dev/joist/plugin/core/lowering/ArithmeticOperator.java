package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.LoweringContext;
import java.util.OptionalInt;

/** Operators on numbers that have a fast path for int32 and one for doubles. */
enum ArithmeticOperator implements Int32Operation, DoubleOperation {
  ADD {
    @Override
    public void emit(LoweringContext cx, MutGp dst, Gp a, Gp b, OptionalInt constant, MutGp temp, Label notInt32) {
      if (constant.isPresent()) {
        cx.masm().addImmOverflow(Width.BITS32, dst, a, constant.getAsInt(), notInt32);
      } else {
        cx.masm().addOverflow(Width.BITS32, dst, a, b, notInt32);
      }
    }

    @Override
    public void emit(MacroAssembler masm, MutFp dst, Fp a, Fp b) {
      masm.addFp(dst, a, b);
    }

    @Override
    public boolean commutes() {
      return true;
    }

    @Override
    void emitModular(MacroAssembler masm, MutGp dst, Gp a, Gp b, OptionalInt constant) {
      if (constant.isPresent()) {
        masm.addImm(Width.BITS32, dst, a, constant.getAsInt());
      } else {
        masm.add(Width.BITS32, dst, a, b);
      }
    }

    @Override
    boolean canUndo() {
      return true;
    }

    @Override
    void undo(MacroAssembler masm, MutGp register, Gp a, Gp b, OptionalInt constant, boolean overLeft) {
      if (constant.isPresent()) {
        masm.addImm(Width.BITS32, register, register, -(long) constant.getAsInt());
      } else if (overLeft && b.number() == a.number()) {
        // The carry into the sign is all that is lost.
        masm.shiftRightImm(Width.BITS32, register, register, 1);
        masm.xorImm(Width.BITS32, register, register, Integer.MIN_VALUE);
      } else {
        masm.sub(Width.BITS32, register, register, overLeft ? b : a);
      }
    }
  },
  SUB {
    @Override
    public void emit(LoweringContext cx, MutGp dst, Gp a, Gp b, OptionalInt constant, MutGp temp, Label notInt32) {
      if (constant.isPresent() && constant.getAsInt() != Integer.MIN_VALUE) {
        cx.masm().addImmOverflow(Width.BITS32, dst, a, -constant.getAsInt(), notInt32);
      } else if (constant.isPresent()) {
        cx.masm().moveImm(temp, Integer.toUnsignedLong(Integer.MIN_VALUE));
        cx.masm().subOverflow(Width.BITS32, dst, a, temp, notInt32);
      } else {
        cx.masm().subOverflow(Width.BITS32, dst, a, b, notInt32);
      }
    }

    @Override
    public void emit(MacroAssembler masm, MutFp dst, Fp a, Fp b) {
      masm.subFp(dst, a, b);
    }

    @Override
    void emitModular(MacroAssembler masm, MutGp dst, Gp a, Gp b, OptionalInt constant) {
      if (constant.isPresent()) {
        masm.addImm(Width.BITS32, dst, a, -(long) constant.getAsInt());
      } else {
        masm.sub(Width.BITS32, dst, a, b);
      }
    }

    @Override
    boolean canUndo() {
      return true;
    }

    @Override
    void undo(MacroAssembler masm, MutGp register, Gp a, Gp b, OptionalInt constant, boolean overLeft) {
      if (constant.isPresent()) {
        masm.addImm(Width.BITS32, register, register, constant.getAsInt());
      } else if (overLeft) {
        masm.add(Width.BITS32, register, register, b);
      } else {
        masm.sub(Width.BITS32, register, a, register);
      }
    }
  },
  MUL {
    @Override
    public void emit(LoweringContext cx, MutGp dst, Gp a, Gp b, OptionalInt constant, MutGp temp, Label notInt32) {
      MacroAssembler masm = cx.masm();
      if (constant.isPresent()) {
        masm.moveImm(temp, Integer.toUnsignedLong(constant.getAsInt()));
        masm.mulOverflow(Width.BITS32, dst, a, temp, notInt32);
        if (constant.getAsInt() <= 0) {
          // 0 times a negative number, or a negative number times 0, is -0.
          masm.branchImm(Width.BITS32, Cond.EQUAL, dst, 0, notInt32);
        }
      } else {
        masm.mulOverflow(Width.BITS32, dst, a, b, notInt32);
        Label done = masm.newLabel();
        Label zero = cx.outOfLine(() -> {
          masm.or(Width.BITS32, temp, a, b);
          masm.branchImm(Width.BITS32, Cond.LESS, temp, 0, notInt32);
          masm.jump(done);
        });
        masm.branchImm(Width.BITS32, Cond.EQUAL, dst, 0, zero);
        masm.bind(done);
      }
    }

    @Override
    public void emit(MacroAssembler masm, MutFp dst, Fp a, Fp b) {
      masm.mulFp(dst, a, b);
    }

    @Override
    public boolean commutes() {
      return true;
    }
  },
  DIV {
    @Override
    public void emit(LoweringContext cx, MutGp dst, Gp a, Gp b, OptionalInt constant, MutGp temp, Label notInt32) {
      MacroAssembler masm = cx.masm();
      if (constant.isPresent()) {
        if (constant.getAsInt() <= 0) {
          masm.jump(notInt32);
          return;
        }
        masm.moveImm(temp, constant.getAsInt());
        masm.div(Width.BITS32, dst, a, temp);
        masm.mul(Width.BITS32, temp, dst, temp);
      } else {
        // A divisor that is not positive may give -0, an infinity, NaN or 2^31.
        masm.branchImm(Width.BITS32, Cond.LESS_EQUAL, b, 0, notInt32);
        masm.div(Width.BITS32, dst, a, b);
        masm.mul(Width.BITS32, temp, dst, b);
      }
      masm.branch(Width.BITS32, Cond.NOT_EQUAL, temp, a, notInt32);
    }

    @Override
    public void emit(MacroAssembler masm, MutFp dst, Fp a, Fp b) {
      masm.divFp(dst, a, b);
    }
  };

  /** dst = a op b modulo 2^32, for operators that can be undone. */
  void emitModular(MacroAssembler masm, MutGp dst, Gp a, Gp b, OptionalInt constant) {
    throw new IllegalStateException(this + " needs more than the low 32 bits");
  }

  /** Whether the operands can be had back from a result that was no int32. */
  boolean canUndo() {
    return false;
  }

  /**
   * Where an int32's result has gone over an operand and was no int32: makes it the operand again.
   *
   * @param overLeft whether it has gone over a, else over b
   */
  void undo(MacroAssembler masm, MutGp register, Gp a, Gp b, OptionalInt constant, boolean overLeft) {
    throw new IllegalStateException(this + " cannot be undone");
  }
}
