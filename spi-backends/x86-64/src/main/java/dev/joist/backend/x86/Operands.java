package dev.joist.backend.x86;

import dev.joist.assembler.CodeLabel;
import dev.joist.backend.x86.asm.Address;
import dev.joist.backend.x86.asm.Condition;
import dev.joist.backend.x86.asm.Reg;
import dev.joist.backend.x86.asm.Size;
import dev.joist.backend.x86.asm.Xmm;
import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.Mem;
import dev.joist.masm.Width;

/** From the portable operands to this ISA's; and the registers that nobody but the macro assembler knows. */
final class Operands {
  /** Holds something within one macro operation; never part of an operand. */
  static final Reg TEMP = Reg.R11;

  /** As {@link #TEMP}; the amount of variable shifts. */
  static final Reg SECOND_TEMP = Reg.RCX;

  static final Xmm FP_TEMP = Xmm.XMM15;

  private Operands() {}

  static Reg reg(Gp register) {
    return Reg.of(register.number());
  }

  static Xmm reg(Fp register) {
    return Xmm.of(register.number());
  }

  /** The size of an operation on registers. */
  static Size size(Width width) {
    return switch (width) {
      case BITS32 -> Size.DWORD;
      case BITS64 -> Size.QWORD;
      case BITS8, BITS16 -> throw new IllegalArgumentException(
          width + " is possible for loads, stores and extensions only; use BITS32 or BITS64");
    };
  }

  /** The size of an access to memory. */
  static Size memorySize(Width width) {
    return switch (width) {
      case BITS8 -> Size.BYTE;
      case BITS16 -> Size.WORD;
      case BITS32 -> Size.DWORD;
      case BITS64 -> Size.QWORD;
    };
  }

  static Address operand(Mem mem) {
    return switch (mem) {
      case Mem.Displaced(var base, int displacement) -> Address.at(reg(base), displacement);
      case Mem.Indexed(var base, var index, int shift, int displacement) ->
          new Address(reg(base), reg(index), shift, displacement);
    };
  }

  static Condition condition(Cond cond) {
    return switch (cond) {
      case EQUAL -> Condition.E;
      case NOT_EQUAL -> Condition.NE;
      case LESS -> Condition.L;
      case LESS_EQUAL -> Condition.LE;
      case GREATER -> Condition.G;
      case GREATER_EQUAL -> Condition.GE;
      case BELOW -> Condition.B;
      case BELOW_EQUAL -> Condition.BE;
      case ABOVE -> Condition.A;
      case ABOVE_EQUAL -> Condition.AE;
    };
  }

  static CodeLabel label(Label label) {
    if (label instanceof CodeLabel codeLabel) {
      return codeLabel;
    }
    throw new IllegalArgumentException("label " + label + " is not one of this macro assembler's; use newLabel()");
  }

  /** A value as an operation of that size sees it: sign-extended. */
  static long truncate(Size size, long value) {
    return size == Size.DWORD ? (int) value : value;
  }

  /** True if an instruction's 32 bits, sign-extended, are the value. */
  static boolean isImmediate(long value) {
    return value == (int) value;
  }
}
