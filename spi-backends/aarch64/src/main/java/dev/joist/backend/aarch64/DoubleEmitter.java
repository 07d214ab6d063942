package dev.joist.backend.aarch64;

import static dev.joist.backend.aarch64.Scratch.FP_TEMP;
import static dev.joist.backend.aarch64.Scratch.TEMP;

import dev.joist.assembler.CodeLabel;
import dev.joist.backend.aarch64.asm.Arithmetic;
import dev.joist.backend.aarch64.asm.Assembler;
import dev.joist.backend.aarch64.asm.Condition;
import dev.joist.backend.aarch64.asm.Conditional;
import dev.joist.backend.aarch64.asm.FloatingPoint;
import dev.joist.backend.aarch64.asm.FpSize;
import dev.joist.backend.aarch64.asm.Moves;
import dev.joist.backend.aarch64.asm.Reg;
import dev.joist.backend.aarch64.asm.Size;
import dev.joist.backend.aarch64.asm.VReg;
import dev.joist.masm.Rounding;

/** Operations on doubles that are more than one instruction, and conversions. */
final class DoubleEmitter {
  /** V, in the order N, Z, C, V. */
  private static final int FLAG_V = 1;

  private final Assembler asm;
  private final boolean javaScriptConversion;

  /** @param javaScriptConversion whether {@code fjcvtzs} may be used */
  DoubleEmitter(Assembler asm, boolean javaScriptConversion) {
    this.asm = asm;
    this.javaScriptConversion = javaScriptConversion;
  }

  void move(VReg d, VReg n) {
    if (d != n) {
      asm.emit(FloatingPoint.fmov(FpSize.D, d, n));
    }
  }

  void moveImm(VReg d, double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits == 0) {
      asm.emit(FloatingPoint.fmov(FpSize.D, d, Reg.ZR));
    } else if (FloatingPoint.isImmediate(value)) {
      asm.emit(FloatingPoint.fmov(FpSize.D, d, value));
    } else {
      asm.ldrLiteral(d, bits);
    }
  }

  void round(Rounding rounding, VReg d, VReg n) {
    asm.emit(FloatingPoint.frint(switch (rounding) {
      case FLOOR -> FloatingPoint.Rounding.M;
      case CEILING -> FloatingPoint.Rounding.P;
      case TRUNCATE -> FloatingPoint.Rounding.Z;
      case NEAREST_EVEN -> FloatingPoint.Rounding.N;
    }, FpSize.D, d, n));
  }

  void roundToFloat(VReg d, VReg n) {
    asm.emit(FloatingPoint.fcvt(FpSize.D, d, n));
    asm.emit(FloatingPoint.fcvt(FpSize.S, d, d));
  }

  void toInt32Exact(Reg d, VReg n, CodeLabel inexact) {
    if (javaScriptConversion) {
      asm.emit(FloatingPoint.fjcvtzs(d, n));
      asm.b(Condition.NE, inexact);
      return;
    }
    asm.emit(FloatingPoint.fcvtzs(Size.W, FpSize.D, d, n));
    asm.emit(FloatingPoint.scvtf(FpSize.D, Size.W, FP_TEMP, d));
    asm.emit(FloatingPoint.fcmp(FpSize.D, FP_TEMP, n));
    asm.b(Condition.NE, inexact);
    CodeLabel notZero = new CodeLabel();
    asm.cbnz(Size.W, d, notZero);
    asm.emit(FloatingPoint.fmov(FpSize.D, TEMP, n));
    asm.cbnz(Size.X, TEMP, inexact);
    asm.bind(notZero);
  }

  /** Conversion to 64 bits saturates, so the result is suspect when it is the largest or the smallest. */
  void toInt32Modular(Reg d, VReg n, CodeLabel tooLarge) {
    if (javaScriptConversion) {
      asm.emit(FloatingPoint.fjcvtzs(d, n));
      return;
    }
    asm.emit(FloatingPoint.fcvtzs(Size.X, FpSize.D, d, n));
    asm.emit(Arithmetic.cmp(Size.X, d, 1));
    asm.emit(Conditional.ccmn(Size.X, d, 1, FLAG_V, Condition.VC));
    asm.emit(Moves.mov(Size.W, d, d));
    asm.b(Condition.VS, tooLarge);
  }
}
