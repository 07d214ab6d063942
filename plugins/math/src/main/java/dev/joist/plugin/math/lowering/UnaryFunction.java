package dev.joist.plugin.math.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.FpCond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Rounding;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.LoweringContext;

/** Functions of one number. Those that take int32 also give int32, mostly. */
enum UnaryFunction {
  ABS(true) {
    @Override
    void emitInt32(MacroAssembler masm, MutGp dst, Gp a, Label notInt32) {
      masm.branchImm(Width.BITS32, Cond.EQUAL, a, Integer.MIN_VALUE, notInt32);
      masm.zeroExtend(Width.BITS32, dst, a);
      Label positive = masm.newLabel();
      masm.branchImm(Width.BITS32, Cond.GREATER_EQUAL, dst, 0, positive);
      masm.neg(Width.BITS32, dst, dst);
      masm.bind(positive);
    }

    @Override
    void emitDouble(LoweringContext cx, MutFp dst, Fp a, Label slow) {
      cx.masm().absFp(dst, a);
    }
  },
  CEIL(true) {
    @Override
    void emitDouble(LoweringContext cx, MutFp dst, Fp a, Label slow) {
      cx.masm().roundFp(Rounding.CEILING, dst, a);
    }
  },
  CLZ32(true) {
    @Override
    void emitInt32(MacroAssembler masm, MutGp dst, Gp a, Label notInt32) {
      masm.countLeadingZeros(Width.BITS32, dst, a);
    }

    @Override
    void emitDouble(LoweringContext cx, MutFp dst, Fp a, Label slow) {
      throw new IllegalStateException("the result is always an int32");
    }

    @Override
    void emitToInt32(LoweringContext cx, Fp a, Label slow) {
      cx.masm().fpToInt32Modular(cx.temp(0), a, slow);
      cx.masm().countLeadingZeros(Width.BITS32, cx.temp(0), cx.temp(0));
    }
  },
  FLOOR(true) {
    @Override
    void emitDouble(LoweringContext cx, MutFp dst, Fp a, Label slow) {
      cx.masm().roundFp(Rounding.FLOOR, dst, a);
    }
  },
  FROUND(false) {
    @Override
    void emitDouble(LoweringContext cx, MutFp dst, Fp a, Label slow) {
      cx.masm().roundToFloat(dst, a);
    }
  },
  ROUND(true) {
    @Override
    void emitDouble(LoweringContext cx, MutFp dst, Fp a, Label slow) {
      MacroAssembler masm = cx.masm();
      Label below = masm.newLabel();
      Label done = masm.newLabel();
      MutFp fraction = cx.fpTemp(1);
      MutFp constant = cx.fpTemp(2);
      masm.roundFp(Rounding.FLOOR, dst, a);
      masm.subFp(fraction, a, dst);
      masm.moveFpImm(constant, 0.5);
      masm.branchFp(FpCond.NOT_GREATER_EQUAL, fraction, constant, below);
      masm.moveFpImm(constant, 1);
      masm.addFp(dst, dst, constant);
      masm.bind(below);
      // Of numbers from -0.5 to -0 it is -0.
      masm.moveFpImm(constant, 0);
      masm.branchFp(FpCond.NOT_EQUAL, dst, constant, done);
      masm.branchFp(FpCond.LESS, a, constant, slow);
      masm.bind(done);
    }
  },
  SQRT(false) {
    @Override
    void emitDouble(LoweringContext cx, MutFp dst, Fp a, Label slow) {
      cx.masm().sqrtFp(dst, a);
    }
  };

  private final boolean takesInt32;

  UnaryFunction(boolean takesInt32) {
    this.takesInt32 = takesInt32;
  }

  boolean takesInt32() {
    return takesInt32;
  }

  /** Of an int32; zero-extended. */
  void emitInt32(MacroAssembler masm, MutGp dst, Gp a, Label notInt32) {
    masm.zeroExtend(Width.BITS32, dst, a);
  }

  /** May use all doubles' temps; the first one is the destination. */
  abstract void emitDouble(LoweringContext cx, MutFp dst, Fp a, Label slow);

  /** The first temp = the int32 of a double. */
  void emitToInt32(LoweringContext cx, Fp a, Label slow) {
    emitDouble(cx, cx.fpTemp(0), a, slow);
    cx.masm().fpToInt32Exact(cx.temp(0), cx.fpTemp(0), slow);
  }
}
