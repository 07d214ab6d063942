package dev.joist.backend.x86;

import static dev.joist.backend.x86.Operands.SECOND_TEMP;
import static dev.joist.backend.x86.Operands.TEMP;
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
import dev.joist.masm.Width;

/** Three-operand integer arithmetic and logic, with any aliasing and any immediate, on two-operand instructions. */
final class IntegerEmitter {
  private final Assembler asm;
  private final IntegerInstructions integer;

  IntegerEmitter(Assembler asm) {
    this.asm = asm;
    this.integer = asm.integer();
  }

  void move(Reg d, Reg s) {
    if (d != s) {
      integer.mov(Size.QWORD, d, s);
    }
  }

  /** As a result of an operation of that size: for DWORD it clears the upper half even where d is s. */
  void moveResult(Size size, Reg d, Reg s) {
    if (size == Size.DWORD || d != s) {
      integer.mov(size, d, s);
    }
  }

  /** Makes d a copy of s to work on; for DWORD the operation that follows clears the upper half. */
  private void copy(Size size, Reg d, Reg s) {
    if (d != s) {
      integer.mov(size, d, s);
    }
  }

  void add(Size size, Reg d, Reg a, Reg b) {
    if (d == a || d == b) {
      integer.alu(Alu.ADD, size, d, d == a ? b : a);
    } else {
      integer.lea(size, d, Address.sum(a, b));
    }
  }

  void sub(Size size, Reg d, Reg a, Reg b) {
    if (d == b && d != a) {
      integer.neg(size, d);
      integer.alu(Alu.ADD, size, d, a);
    } else {
      copy(size, d, a);
      integer.alu(Alu.SUB, size, d, b);
    }
  }

  /** An operation whose operands may change places. */
  void commutative(Alu op, Size size, Reg d, Reg a, Reg b) {
    if (d == b) {
      integer.alu(op, size, d, a);
    } else {
      copy(size, d, a);
      integer.alu(op, size, d, b);
    }
  }

  void mul(Size size, Reg d, Reg a, Reg b) {
    if (d == b) {
      integer.imul(size, d, a);
    } else {
      copy(size, d, a);
      integer.imul(size, d, b);
    }
  }

  void addImm(Size size, Reg d, Reg a, long imm) {
    long value = truncate(size, imm);
    if (value == 0) {
      moveResult(size, d, a);
    } else if (!isImmediate(value)) {
      integer.mov(TEMP, value);
      add(size, d, a, TEMP);
    } else if (d == a) {
      integer.alu(Alu.ADD, size, d, (int) value);
    } else {
      integer.lea(size, d, Address.at(a, (int) value));
    }
  }

  void subFromImm(Size size, Reg d, long imm, Reg a) {
    long value = truncate(size, imm);
    copy(size, d, a);
    integer.neg(size, d);
    if (value != 0) {
      aluImm(Alu.ADD, size, d, value);
    }
  }

  /** {@code d = d op value}. */
  private void aluImm(Alu op, Size size, Reg d, long value) {
    if (isImmediate(value)) {
      integer.alu(op, size, d, (int) value);
    } else {
      integer.mov(TEMP, value);
      integer.alu(op, size, d, TEMP);
    }
  }

  /** AND, OR or XOR with a number. */
  void logicImm(Alu op, Size size, Reg d, Reg a, long imm) {
    long value = truncate(size, imm);
    if (op == Alu.AND && value >>> 32 == 0 && size == Size.QWORD) {
      // What is zero in the upper half makes it zero: the 32-bit instruction does that, and takes more numbers.
      copy(Size.DWORD, d, a);
      integer.alu(op, Size.DWORD, d, (int) value);
    } else {
      copy(size, d, a);
      aluImm(op, size, d, value);
    }
  }

  void not(Size size, Reg d, Reg a) {
    copy(size, d, a);
    integer.not(size, d);
  }

  void neg(Size size, Reg d, Reg a) {
    copy(size, d, a);
    integer.neg(size, d);
  }

  /** The instruction has its operands in rax and rdx, which are kept where they are not the destination. */
  void divide(Size size, Reg d, Reg a, Reg b, boolean remainder) {
    integer.mov(Size.QWORD, TEMP, Reg.RAX);
    integer.mov(Size.QWORD, SECOND_TEMP, Reg.RDX);
    copy(size, Reg.RAX, a);
    integer.signIntoRdx(size);
    integer.idiv(size, switch (b) {
      case RAX -> TEMP;
      case RDX -> SECOND_TEMP;
      default -> b;
    });
    Reg result = remainder ? Reg.RDX : Reg.RAX;
    if (d != result) {
      integer.mov(size, d, result);
    }
    if (d != Reg.RAX) {
      integer.mov(Size.QWORD, Reg.RAX, TEMP);
    }
    if (d != Reg.RDX) {
      integer.mov(Size.QWORD, Reg.RDX, SECOND_TEMP);
    }
  }

  void shift(Shift op, Size size, Reg d, Reg a, Reg amount) {
    integer.mov(Size.DWORD, SECOND_TEMP, amount);
    copy(size, d, a);
    integer.shiftByCl(op, size, d);
  }

  void shiftImm(Shift op, Size size, Reg d, Reg a, int amount) {
    int distance = amount & size.bits() - 1;
    if (distance == 0) {
      moveResult(size, d, a);
    } else {
      copy(size, d, a);
      integer.shift(op, size, d, distance);
    }
  }

  void countLeadingZeros(Size size, Reg d, Reg a) {
    integer.bsr(size, TEMP, a);
    integer.mov(SECOND_TEMP, 2L * size.bits() - 1);
    integer.cmov(Condition.E, Size.DWORD, TEMP, SECOND_TEMP);
    integer.alu(Alu.XOR, Size.DWORD, TEMP, size.bits() - 1);
    integer.mov(Size.DWORD, d, TEMP);
  }

  void zeroExtend(Width from, Reg d, Reg a) {
    switch (from) {
      case BITS8 -> integer.movzx(Size.BYTE, d, a);
      case BITS16 -> integer.movzx(Size.WORD, d, a);
      case BITS32 -> integer.mov(Size.DWORD, d, a);
      case BITS64 -> move(d, a);
    }
  }

  void signExtend(Width from, Reg d, Reg a) {
    if (from == Width.BITS64) {
      move(d, a);
    } else {
      integer.movsx(Operands.memorySize(from), d, a);
    }
  }

  void addOverflow(Size size, Reg d, Reg a, Reg b, CodeLabel overflow) {
    commutative(Alu.ADD, size, d, a, b);
    asm.j(Condition.O, overflow);
  }

  void addImmOverflow(Size size, Reg d, Reg a, long imm, CodeLabel overflow) {
    long value = truncate(size, imm);
    copy(size, d, a);
    aluImm(Alu.ADD, size, d, value);
    asm.j(Condition.O, overflow);
  }

  void subOverflow(Size size, Reg d, Reg a, Reg b, CodeLabel overflow) {
    if (d == b && d != a) {
      integer.mov(size, TEMP, a);
      integer.alu(Alu.SUB, size, TEMP, b);
      integer.mov(size, d, TEMP);
    } else {
      copy(size, d, a);
      integer.alu(Alu.SUB, size, d, b);
    }
    asm.j(Condition.O, overflow);
  }

  void mulOverflow(Size size, Reg d, Reg a, Reg b, CodeLabel overflow) {
    mul(size, d, a, b);
    asm.j(Condition.O, overflow);
  }

  void negOverflow(Size size, Reg d, Reg a, CodeLabel overflow) {
    neg(size, d, a);
    asm.j(Condition.O, overflow);
  }
}
