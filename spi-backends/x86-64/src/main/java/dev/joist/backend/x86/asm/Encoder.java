package dev.joist.backend.x86.asm;

import dev.joist.assembler.CodeBuffer;

/**
 * The parts of an instruction: prefix, REX, opcode, ModRM, SIB, displacement. An opcode is given as the bytes it has,
 * as one number: {@code 0x0faf}.
 */
final class Encoder {
  /** No mandatory prefix. */
  static final int NONE = 0;

  private final CodeBuffer code;

  Encoder(CodeBuffer code) {
    this.code = code;
  }

  CodeBuffer code() {
    return code;
  }

  /** An instruction on two registers; {@code reg} may be an extension of the opcode. */
  void registers(int prefix, boolean wide, int opcode, int reg, int rm) {
    prefix(prefix);
    rex(wide, false, reg, 0, rm);
    opcode(opcode);
    code.put8(0xc0 | (reg & 7) << 3 | rm & 7);
  }

  /** As {@link #registers}, where one or both are byte registers: those of numbers 4 to 7 need a REX prefix. */
  void byteRegisters(boolean wide, int opcode, int reg, boolean byteReg, int rm, boolean byteRm) {
    rex(wide, byteReg && isHighByte(reg) || byteRm && isHighByte(rm), reg, 0, rm);
    opcode(opcode);
    code.put8(0xc0 | (reg & 7) << 3 | rm & 7);
  }

  /** An instruction on a register, or with an opcode extension, and memory. */
  void memory(int prefix, boolean wide, int opcode, int reg, boolean byteReg, Address address) {
    prefix(prefix);
    int index = address.index() == null ? 0 : address.index().code();
    rex(wide, byteReg && isHighByte(reg), reg, index, address.base().code());
    opcode(opcode);
    address(reg & 7, address);
  }

  /** An instruction on a register and a place in this code; answers where the distance, the last 32 bits, stands. */
  int relative(int prefix, boolean wide, int opcode, int reg) {
    prefix(prefix);
    rex(wide, false, reg, 0, 0);
    opcode(opcode);
    code.put8((reg & 7) << 3 | 5);
    code.put32(0);
    return code.position() - 4;
  }

  /** An instruction whose register is in the low bits of its opcode. */
  void inOpcode(boolean wide, int opcode, int reg) {
    rex(wide, false, 0, 0, reg);
    opcode(opcode | reg & 7);
  }

  private static boolean isHighByte(int number) {
    return number >= 4 && number <= 7;
  }

  private void prefix(int prefix) {
    if (prefix != NONE) {
      code.put8(prefix);
    }
  }

  private void rex(boolean wide, boolean forced, int reg, int index, int base) {
    int rex = (wide ? 8 : 0) | reg >> 3 << 2 | index >> 3 << 1 | base >> 3;
    if (rex != 0 || forced) {
      code.put8(0x40 | rex);
    }
  }

  void opcode(int opcode) {
    if (opcode > 0xffff) {
      code.put8(opcode >> 16);
    }
    if (opcode > 0xff) {
      code.put8(opcode >> 8);
    }
    code.put8(opcode);
  }

  private void address(int reg, Address address) {
    int base = address.base().code() & 7;
    int displacement = address.displacement();
    // With mod 0 the base numbers 5 mean no base at all, so rbp and r13 always have a displacement.
    int mod = displacement == 0 && base != 5 ? 0 : displacement == (byte) displacement ? 1 : 2;
    if (address.index() == null && base != 4) {
      code.put8(mod << 6 | reg << 3 | base);
    } else {
      int index = address.index() == null ? 4 : address.index().code() & 7;
      code.put8(mod << 6 | reg << 3 | 4);
      code.put8(address.shift() << 6 | index << 3 | base);
    }
    if (mod == 1) {
      code.put8(displacement);
    } else if (mod == 2) {
      code.put32(displacement);
    }
  }
}
