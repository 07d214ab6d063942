package dev.joist.backend.x86.asm;

import static dev.joist.backend.x86.asm.Encoder.NONE;

import dev.joist.assembler.CodeBuffer;
import dev.joist.assembler.EncodingException;

/** Moves, arithmetic, logic, shifts and comparisons of integers. */
public final class IntegerInstructions {
  private static final int OPERAND_SIZE = 0x66;

  private final Encoder encoder;
  private final CodeBuffer code;

  IntegerInstructions(Encoder encoder) {
    this.encoder = encoder;
    this.code = encoder.code();
  }

  /** The two-operand instructions that share their encoding, in its order. */
  public enum Alu {
    ADD, OR, ADC, SBB, AND, SUB, XOR, CMP
  }

  /** Shifts, in the order of their encoding. */
  public enum Shift {
    ROL, ROR, RCL, RCR, SHL, SHR, SAL, SAR
  }

  private static boolean wide(Size size) {
    return size == Size.QWORD;
  }

  private static void wordOrMore(String name, Size size) {
    if (size != Size.DWORD && size != Size.QWORD) {
      throw new EncodingException(name + ": on registers it is for DWORD and QWORD, not " + size);
    }
  }

  private static int prefix(Size size) {
    return size == Size.WORD ? OPERAND_SIZE : NONE;
  }

  private static boolean isByte(int value) {
    return value == (byte) value;
  }

  /** {@code d = d op s}; CMP sets flags only. */
  public void alu(Alu op, Size size, Reg d, Reg s) {
    wordOrMore(op.name(), size);
    encoder.registers(NONE, wide(size), op.ordinal() << 3 | 1, s.code(), d.code());
  }

  /** {@code d = d op imm}, sign-extended. */
  public void alu(Alu op, Size size, Reg d, int imm) {
    wordOrMore(op.name(), size);
    if (isByte(imm)) {
      encoder.registers(NONE, wide(size), 0x83, op.ordinal(), d.code());
      code.put8(imm);
    } else if (d == Reg.RAX) {
      encoder.inOpcode(wide(size), op.ordinal() << 3 | 5, 0);
      code.put32(imm);
    } else {
      encoder.registers(NONE, wide(size), 0x81, op.ordinal(), d.code());
      code.put32(imm);
    }
  }

  /** {@code d = d op [m]}. */
  public void alu(Alu op, Size size, Reg d, Address m) {
    wordOrMore(op.name(), size);
    encoder.memory(NONE, wide(size), op.ordinal() << 3 | 3, d.code(), false, m);
  }

  /** {@code [m] = [m] op imm}, sign-extended from 32 bits for QWORD. */
  public void alu(Alu op, Size size, Address m, int imm) {
    if (size == Size.BYTE) {
      encoder.memory(NONE, false, 0x80, op.ordinal(), false, m);
      code.put8(imm);
    } else if (isByte(imm)) {
      encoder.memory(prefix(size), wide(size), 0x83, op.ordinal(), false, m);
      code.put8(imm);
    } else {
      encoder.memory(prefix(size), wide(size), 0x81, op.ordinal(), false, m);
      immediate(size, imm);
    }
  }

  private void immediate(Size size, int imm) {
    switch (size) {
      case BYTE -> code.put8(imm);
      case WORD -> {
        code.put8(imm);
        code.put8(imm >> 8);
      }
      case DWORD, QWORD -> code.put32(imm);
    }
  }

  /** Flags of {@code a & b}. */
  public void test(Size size, Reg a, Reg b) {
    wordOrMore("test", size);
    encoder.registers(NONE, wide(size), 0x85, b.code(), a.code());
  }

  /** Flags of {@code a & imm}, sign-extended. */
  public void test(Size size, Reg a, int imm) {
    wordOrMore("test", size);
    if (a == Reg.RAX) {
      encoder.inOpcode(wide(size), 0xa8, 1);
    } else {
      encoder.registers(NONE, wide(size), 0xf7, 0, a.code());
    }
    code.put32(imm);
  }

  /** Carry = the bit of a. */
  public void bt(Size size, Reg a, int bit) {
    wordOrMore("bt", size);
    checkBit("bt", size, bit);
    encoder.registers(NONE, wide(size), 0x0fba, 4, a.code());
    code.put8(bit);
  }

  private static void checkBit(String name, Size size, int bit) {
    if (bit < 0 || bit >= size.bits()) {
      throw new EncodingException(
          name + ": " + bit + " is out of range, 0 to " + (size.bits() - 1) + " can be encoded");
    }
  }

  /** {@code d = s}. */
  public void mov(Size size, Reg d, Reg s) {
    wordOrMore("mov", size);
    encoder.registers(NONE, wide(size), 0x89, s.code(), d.code());
  }

  /** {@code d = value}, all 64 bits, in the shortest of the three encodings. */
  public void mov(Reg d, long value) {
    if (value >>> 32 == 0) {
      encoder.inOpcode(false, 0xb8, d.code());
      code.put32((int) value);
    } else if (value == (int) value) {
      encoder.registers(NONE, true, 0xc7, 0, d.code());
      code.put32((int) value);
    } else {
      encoder.inOpcode(true, 0xb8, d.code());
      code.put64(value);
    }
  }

  /** Loads 32 or 64 bits. */
  public void mov(Size size, Reg d, Address m) {
    wordOrMore("mov", size);
    encoder.memory(NONE, wide(size), 0x8b, d.code(), false, m);
  }

  /** Stores the low bits of a register. */
  public void mov(Size size, Address m, Reg s) {
    boolean isByte = size == Size.BYTE;
    encoder.memory(prefix(size), wide(size), isByte ? 0x88 : 0x89, s.code(), isByte, m);
  }

  /** Stores a number, sign-extended from 32 bits for QWORD. */
  public void mov(Size size, Address m, int imm) {
    encoder.memory(prefix(size), wide(size), size == Size.BYTE ? 0xc6 : 0xc7, 0, false, m);
    immediate(size, imm);
  }

  /** {@code d =} the low byte or word of s, zero-extended. */
  public void movzx(Size from, Reg d, Reg s) {
    encoder.byteRegisters(false, from == Size.BYTE ? 0x0fb6 : 0x0fb7, d.code(), false, s.code(), from == Size.BYTE);
  }

  /** Loads a byte or word, zero-extended. */
  public void movzx(Size from, Reg d, Address m) {
    encoder.memory(NONE, false, from == Size.BYTE ? 0x0fb6 : 0x0fb7, d.code(), false, m);
  }

  private static int signExtension(Size from) {
    return switch (from) {
      case BYTE -> 0x0fbe;
      case WORD -> 0x0fbf;
      case DWORD -> 0x63;
      case QWORD -> throw new EncodingException("movsx: there is nothing to extend a QWORD to");
    };
  }

  /** {@code d =} the low bits of s, sign-extended to 64. */
  public void movsx(Size from, Reg d, Reg s) {
    encoder.byteRegisters(true, signExtension(from), d.code(), false, s.code(), from == Size.BYTE);
  }

  /** Loads, sign-extended to 64 bits. */
  public void movsx(Size from, Reg d, Address m) {
    encoder.memory(NONE, true, signExtension(from), d.code(), false, m);
  }

  /** {@code d =} the address. */
  public void lea(Size size, Reg d, Address m) {
    wordOrMore("lea", size);
    encoder.memory(NONE, wide(size), 0x8d, d.code(), false, m);
  }

  /** {@code d = d * s}. */
  public void imul(Size size, Reg d, Reg s) {
    wordOrMore("imul", size);
    encoder.registers(NONE, wide(size), 0x0faf, d.code(), s.code());
  }

  /** {@code d = -d}. */
  public void neg(Size size, Reg d) {
    wordOrMore("neg", size);
    encoder.registers(NONE, wide(size), 0xf7, 3, d.code());
  }

  /** {@code d = ~d}. */
  public void not(Size size, Reg d) {
    wordOrMore("not", size);
    encoder.registers(NONE, wide(size), 0xf7, 2, d.code());
  }

  /** rdx:rax divided by s: quotient in rax, remainder in rdx. */
  public void idiv(Size size, Reg s) {
    wordOrMore("idiv", size);
    encoder.registers(NONE, wide(size), 0xf7, 7, s.code());
  }

  /** rdx = the sign of rax: cdq or cqo. */
  public void signIntoRdx(Size size) {
    wordOrMore("cdq", size);
    encoder.inOpcode(wide(size), 0x99, 0);
  }

  /** {@code d} shifted by a number. */
  public void shift(Shift op, Size size, Reg d, int amount) {
    wordOrMore(op.name(), size);
    checkBit(op.name(), size, amount);
    if (amount == 1) {
      encoder.registers(NONE, wide(size), 0xd1, op.ordinal(), d.code());
    } else {
      encoder.registers(NONE, wide(size), 0xc1, op.ordinal(), d.code());
      code.put8(amount);
    }
  }

  /** {@code d} shifted by cl, modulo the size. */
  public void shiftByCl(Shift op, Size size, Reg d) {
    wordOrMore(op.name(), size);
    encoder.registers(NONE, wide(size), 0xd3, op.ordinal(), d.code());
  }

  /** {@code d =} the position of the top bit of s; nothing, with Z set, when s is 0. */
  public void bsr(Size size, Reg d, Reg s) {
    wordOrMore("bsr", size);
    encoder.registers(NONE, wide(size), 0x0fbd, d.code(), s.code());
  }

  /** The low byte of d = 1 if the condition holds, else 0. */
  public void set(Condition condition, Reg d) {
    encoder.byteRegisters(false, 0x0f90 | condition.code(), 0, false, d.code(), true);
  }

  /** {@code d = s} if the condition holds. For DWORD the upper half becomes zero in any case. */
  public void cmov(Condition condition, Size size, Reg d, Reg s) {
    wordOrMore("cmov", size);
    encoder.registers(NONE, wide(size), 0x0f40 | condition.code(), d.code(), s.code());
  }

  /** Pushes 64 bits. */
  public void push(Reg s) {
    encoder.inOpcode(false, 0x50, s.code());
  }

  /** Pops 64 bits. */
  public void pop(Reg d) {
    encoder.inOpcode(false, 0x58, d.code());
  }
}
