package dev.joist.backend.x86;

import static dev.joist.backend.x86.Operands.FP_TEMP;
import static dev.joist.backend.x86.Operands.SECOND_TEMP;
import static dev.joist.backend.x86.Operands.TEMP;

import dev.joist.assembler.CodeLabel;
import dev.joist.backend.x86.asm.Assembler;
import dev.joist.backend.x86.asm.Condition;
import dev.joist.backend.x86.asm.IntegerInstructions;
import dev.joist.backend.x86.asm.IntegerInstructions.Alu;
import dev.joist.backend.x86.asm.Reg;
import dev.joist.backend.x86.asm.Size;
import dev.joist.backend.x86.asm.SseInstructions;
import dev.joist.backend.x86.asm.SseInstructions.Arithmetic;
import dev.joist.backend.x86.asm.SseInstructions.Bitwise;
import dev.joist.backend.x86.asm.Xmm;
import dev.joist.masm.FpCond;
import dev.joist.masm.Rounding;

/** Doubles: three-operand arithmetic with any aliasing, comparisons that know NaN, conversions. */
final class DoubleEmitter {
  private static final int SIGN_BIT = 63;

  private final Assembler asm;
  private final IntegerInstructions integer;
  private final SseInstructions sse;

  DoubleEmitter(Assembler asm) {
    this.asm = asm;
    this.integer = asm.integer();
    this.sse = asm.sse();
  }

  void move(Xmm d, Xmm s) {
    if (d != s) {
      sse.movapd(d, s);
    }
  }

  void moveImm(Xmm d, double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits == 0) {
      sse.bitwise(Bitwise.XORPD, d, d);
    } else {
      asm.movsd(d, bits);
    }
  }

  void commutative(Arithmetic op, Xmm d, Xmm a, Xmm b) {
    if (d == b) {
      sse.arithmetic(op, d, a);
    } else {
      move(d, a);
      sse.arithmetic(op, d, b);
    }
  }

  void ordered(Arithmetic op, Xmm d, Xmm a, Xmm b) {
    if (d == b && d != a) {
      sse.movapd(FP_TEMP, a);
      sse.arithmetic(op, FP_TEMP, b);
      sse.movapd(d, FP_TEMP);
    } else {
      move(d, a);
      sse.arithmetic(op, d, b);
    }
  }

  void neg(Xmm d, Xmm a) {
    sse.bitwise(Bitwise.PCMPEQD, FP_TEMP, FP_TEMP);
    sse.psllq(FP_TEMP, SIGN_BIT);
    move(d, a);
    sse.bitwise(Bitwise.XORPD, d, FP_TEMP);
  }

  void complement(Xmm d, Xmm a) {
    sse.bitwise(Bitwise.PCMPEQD, FP_TEMP, FP_TEMP);
    move(d, a);
    sse.bitwise(Bitwise.XORPD, d, FP_TEMP);
  }

  void abs(Xmm d, Xmm a) {
    move(d, a);
    sse.psllq(d, 1);
    sse.psrlq(d, 1);
  }

  /**
   * The instructions answer their second operand when the operands are equal or one is NaN. So equal zeros are
   * combined by their signs, and NaN comes out of an addition.
   */
  void minMax(boolean min, Xmm d, Xmm a, Xmm b) {
    CodeLabel different = new CodeLabel();
    CodeLabel unordered = new CodeLabel();
    CodeLabel done = new CodeLabel();
    sse.movapd(FP_TEMP, a);
    sse.ucomisd(a, b);
    asm.j(Condition.P, unordered);
    asm.j(Condition.NE, different);
    sse.bitwise(min ? Bitwise.ORPD : Bitwise.ANDPD, FP_TEMP, b);
    asm.jmp(done);
    asm.bind(unordered);
    sse.arithmetic(Arithmetic.ADDSD, FP_TEMP, b);
    asm.jmp(done);
    asm.bind(different);
    sse.arithmetic(min ? Arithmetic.MINSD : Arithmetic.MAXSD, FP_TEMP, b);
    asm.bind(done);
    sse.movapd(d, FP_TEMP);
  }

  void round(Rounding rounding, Xmm d, Xmm a) {
    sse.roundsd(switch (rounding) {
      case FLOOR -> SseInstructions.Rounding.FLOOR;
      case CEILING -> SseInstructions.Rounding.CEILING;
      case TRUNCATE -> SseInstructions.Rounding.TRUNCATE;
      case NEAREST_EVEN -> SseInstructions.Rounding.NEAREST;
    }, d, a);
  }

  void roundToFloat(Xmm d, Xmm a) {
    sse.cvtsd2ss(d, a);
    sse.cvtss2sd(d, d);
  }

  /**
   * Sets the flags such that one condition decides, and answers it: "above" and "above or equal" are false for NaN,
   * their negations true, so what is less is asked the other way round. Not for equality.
   */
  private Condition compare(FpCond cond, Xmm a, Xmm b) {
    boolean swapped = switch (cond) {
      case LESS, LESS_EQUAL, NOT_LESS, NOT_LESS_EQUAL -> true;
      case GREATER, GREATER_EQUAL, NOT_GREATER, NOT_GREATER_EQUAL, EQUAL, NOT_EQUAL -> false;
    };
    sse.ucomisd(swapped ? b : a, swapped ? a : b);
    return switch (cond) {
      case LESS, GREATER -> Condition.A;
      case LESS_EQUAL, GREATER_EQUAL -> Condition.AE;
      case NOT_LESS, NOT_GREATER -> Condition.BE;
      case NOT_LESS_EQUAL, NOT_GREATER_EQUAL -> Condition.B;
      case EQUAL -> Condition.E;
      case NOT_EQUAL -> Condition.NE;
    };
  }

  void branch(FpCond cond, Xmm a, Xmm b, CodeLabel target) {
    Condition condition = compare(cond, a, b);
    if (cond == FpCond.EQUAL) {
      CodeLabel unordered = new CodeLabel();
      asm.j(Condition.P, unordered);
      asm.j(condition, target);
      asm.bind(unordered);
    } else {
      if (cond == FpCond.NOT_EQUAL) {
        asm.j(Condition.P, target);
      }
      asm.j(condition, target);
    }
  }

  void compare(FpCond cond, Reg d, Xmm a, Xmm b) {
    Condition condition = compare(cond, a, b);
    integer.set(condition, TEMP);
    if (cond == FpCond.EQUAL) {
      integer.set(Condition.NP, SECOND_TEMP);
      integer.alu(Alu.AND, Size.DWORD, TEMP, SECOND_TEMP);
    } else if (cond == FpCond.NOT_EQUAL) {
      integer.set(Condition.P, SECOND_TEMP);
      integer.alu(Alu.OR, Size.DWORD, TEMP, SECOND_TEMP);
    }
    integer.movzx(Size.BYTE, d, TEMP);
  }

  /** The conversion keeps the destination's upper part, so it is cleared first: nothing waits for its old value. */
  void fromInteger(Size from, Xmm d, Reg s) {
    sse.bitwise(Bitwise.XORPD, d, d);
    sse.cvtsi2sd(from, d, s);
  }

  void fromUint32(Xmm d, Reg s) {
    integer.mov(Size.DWORD, TEMP, s);
    fromInteger(Size.QWORD, d, TEMP);
  }

  void toInt32Exact(Reg d, Xmm s, CodeLabel inexact) {
    CodeLabel notZero = new CodeLabel();
    sse.cvttsd2si(Size.DWORD, d, s);
    fromInteger(Size.DWORD, FP_TEMP, d);
    sse.ucomisd(FP_TEMP, s);
    asm.j(Condition.P, inexact);
    asm.j(Condition.NE, inexact);
    integer.test(Size.DWORD, d, d);
    asm.j(Condition.NE, notZero);
    sse.movmskpd(TEMP, s);
    integer.test(Size.DWORD, TEMP, 1);
    asm.j(Condition.NE, inexact);
    asm.bind(notZero);
  }

  /** What does not fit becomes the smallest integer, the only one from which 1 cannot be taken. */
  void toInt32Modular(Reg d, Xmm s, CodeLabel tooLarge) {
    sse.cvttsd2si(Size.QWORD, d, s);
    integer.alu(Alu.CMP, Size.QWORD, d, 1);
    integer.mov(Size.DWORD, d, d);
    asm.j(Condition.O, tooLarge);
  }
}
