package dev.joist.plugin.math.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;

/** Functions of two numbers. */
enum BinaryFunction {
  IMUL {
    @Override
    void emitInt32(MacroAssembler masm, MutGp dst, Gp a, Gp b) {
      masm.mul(Width.BITS32, dst, a, b);
    }

    @Override
    void emitDouble(MacroAssembler masm, MutFp dst, Fp a, Fp b) {
      throw new IllegalStateException("the result is always an int32");
    }
  },
  MAX {
    @Override
    void emitInt32(MacroAssembler masm, MutGp dst, Gp a, Gp b) {
      masm.select(Width.BITS32, Cond.GREATER, a, b, dst, a, b);
    }

    @Override
    void emitDouble(MacroAssembler masm, MutFp dst, Fp a, Fp b) {
      masm.maxFp(dst, a, b);
    }
  },
  MIN {
    @Override
    void emitInt32(MacroAssembler masm, MutGp dst, Gp a, Gp b) {
      masm.select(Width.BITS32, Cond.LESS, a, b, dst, a, b);
    }

    @Override
    void emitDouble(MacroAssembler masm, MutFp dst, Fp a, Fp b) {
      masm.minFp(dst, a, b);
    }
  };

  /** Whether it takes its arguments modulo 2^32. */
  boolean isModular() {
    return this == IMUL;
  }

  abstract void emitInt32(MacroAssembler masm, MutGp dst, Gp a, Gp b);

  abstract void emitDouble(MacroAssembler masm, MutFp dst, Fp a, Fp b);
}
