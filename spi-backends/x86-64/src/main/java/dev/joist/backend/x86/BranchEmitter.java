package dev.joist.backend.x86;

import static dev.joist.backend.x86.Operands.SECOND_TEMP;
import static dev.joist.backend.x86.Operands.TEMP;
import static dev.joist.backend.x86.Operands.condition;
import static dev.joist.backend.x86.Operands.isImmediate;
import static dev.joist.backend.x86.Operands.truncate;

import dev.joist.assembler.CodeLabel;
import dev.joist.backend.x86.asm.Address;
import dev.joist.backend.x86.asm.Assembler;
import dev.joist.backend.x86.asm.Condition;
import dev.joist.backend.x86.asm.IntegerInstructions;
import dev.joist.backend.x86.asm.IntegerInstructions.Alu;
import dev.joist.backend.x86.asm.IntegerInstructions.Shift;
import dev.joist.backend.x86.asm.Reg;
import dev.joist.backend.x86.asm.Size;
import dev.joist.masm.Cond;
import dev.joist.masm.Width;

/** Comparisons of integers, and the branches that depend on them. */
final class BranchEmitter {
  private final Assembler asm;
  private final IntegerInstructions integer;

  BranchEmitter(Assembler asm) {
    this.asm = asm;
    this.integer = asm.integer();
  }

  /** Sets the flags of a comparison; a test for zero sets all of them as the comparison does. */
  private void compareWith(Size size, Reg a, long imm) {
    long value = truncate(size, imm);
    if (value == 0) {
      integer.test(size, a, a);
    } else if (isImmediate(value)) {
      integer.alu(Alu.CMP, size, a, (int) value);
    } else {
      // a may be the first temp.
      integer.mov(SECOND_TEMP, value);
      integer.alu(Alu.CMP, size, a, SECOND_TEMP);
    }
  }

  private void set(Cond cond, Reg d) {
    integer.set(condition(cond), TEMP);
    integer.movzx(Size.BYTE, d, TEMP);
  }

  void compare(Size size, Cond cond, Reg d, Reg a, Reg b) {
    integer.alu(Alu.CMP, size, a, b);
    set(cond, d);
  }

  void compareImm(Size size, Cond cond, Reg d, Reg a, long imm) {
    compareWith(size, a, imm);
    set(cond, d);
  }

  void select(Size size, Cond cond, Reg x, Reg y, Reg d, Reg a, Reg b) {
    integer.alu(Alu.CMP, size, x, y);
    if (d == a) {
      integer.cmov(condition(cond).invert(), size, d, b);
    } else {
      if (d != b) {
        integer.mov(size, d, b);
      }
      integer.cmov(condition(cond), size, d, a);
    }
  }

  void branch(Size size, Cond cond, Reg a, Reg b, CodeLabel target) {
    integer.alu(Alu.CMP, size, a, b);
    asm.j(condition(cond), target);
  }

  void branchImm(Size size, Cond cond, Reg a, long imm, CodeLabel target) {
    compareWith(size, a, imm);
    asm.j(condition(cond), target);
  }

  void branchMemImm(Width width, Cond cond, Address a, long imm, CodeLabel target) {
    Size size = Operands.memorySize(width);
    boolean narrow = size == Size.BYTE || size == Size.WORD;
    if (narrow) {
      // Zero-extended, a narrow number and one of its range are in the same order signed and unsigned.
      if (imm >>> size.bits() == 0) {
        integer.alu(Alu.CMP, size, a, (int) imm);
        asm.j(condition(unsigned(cond)), target);
      } else {
        integer.movzx(size, TEMP, a);
        branchImm(Size.DWORD, cond, TEMP, imm, target);
      }
      return;
    }
    long value = truncate(size, imm);
    if (isImmediate(value)) {
      integer.alu(Alu.CMP, size, a, (int) value);
      asm.j(condition(cond), target);
    } else {
      integer.mov(size, TEMP, a);
      branchImm(size, cond, TEMP, value, target);
    }
  }

  private static Cond unsigned(Cond cond) {
    return switch (cond) {
      case LESS -> Cond.BELOW;
      case LESS_EQUAL -> Cond.BELOW_EQUAL;
      case GREATER -> Cond.ABOVE;
      case GREATER_EQUAL -> Cond.ABOVE_EQUAL;
      case EQUAL, NOT_EQUAL, BELOW, BELOW_EQUAL, ABOVE, ABOVE_EQUAL -> cond;
    };
  }

  /** Branches when a and mask have a bit in common, or when they have none. */
  void branchBits(Size size, Reg a, long imm, boolean ifAny, CodeLabel target) {
    long mask = size == Size.DWORD ? imm & 0xffff_ffffL : imm;
    if (mask >>> 32 == 0) {
      integer.test(Size.DWORD, a, (int) mask);
    } else if (Long.bitCount(mask) == 1) {
      integer.bt(Size.QWORD, a, Long.numberOfTrailingZeros(mask));
      asm.j(ifAny ? Condition.B : Condition.AE, target);
      return;
    } else if (isImmediate(mask)) {
      integer.test(Size.QWORD, a, (int) mask);
    } else {
      integer.mov(TEMP, mask);
      integer.test(Size.QWORD, a, TEMP);
    }
    asm.j(ifAny ? Condition.NE : Condition.E, target);
  }

  void branchTop(Cond cond, Reg a, int lsb, long value, CodeLabel target) {
    checkTop(lsb, value);
    switch (cond) {
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> throw new IllegalArgumentException(
          "branchTop at offset " + asm.position() + ": " + cond + " is a signed relation; use an unsigned one");
      case EQUAL, NOT_EQUAL, BELOW, BELOW_EQUAL, ABOVE, ABOVE_EQUAL -> {
        if (lsb == 0) {
          branchImm(Size.QWORD, cond, a, value, target);
        } else {
          top(a, lsb);
          branchImm(Size.QWORD, cond, TEMP, value, target);
        }
      }
    }
  }

  private void top(Reg a, int lsb) {
    integer.mov(Size.QWORD, TEMP, a);
    integer.shift(Shift.SHR, Size.QWORD, TEMP, lsb);
  }

  void branchUnlessBothTops(Reg a, Reg b, int lsb, long value, CodeLabel target) {
    if (value == 0 && lsb != 0 && a != b) {
      checkTop(lsb, value);
      integer.mov(Size.QWORD, TEMP, a);
      integer.alu(Alu.OR, Size.QWORD, TEMP, b);
      integer.shift(Shift.SHR, Size.QWORD, TEMP, lsb);
      asm.j(Condition.NE, target);
      return;
    }
    branchTop(Cond.NOT_EQUAL, a, lsb, value, target);
    if (a != b) {
      branchTop(Cond.NOT_EQUAL, b, lsb, value, target);
    }
  }

  private void checkTop(int lsb, long value) {
    if (lsb < 0 || lsb > 63) {
      throw new IllegalArgumentException("top bits at offset " + asm.position() + ": lsb " + lsb + " is not in 0..63");
    }
    if (Long.compareUnsigned(value, -1L >>> lsb) > 0) {
      throw new IllegalArgumentException("top bits at offset " + asm.position() + ": 0x" + Long.toHexString(value)
          + " does not fit into the " + (64 - lsb) + " bits from bit " + lsb);
    }
  }
}
