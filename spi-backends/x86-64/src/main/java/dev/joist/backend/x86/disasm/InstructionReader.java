package dev.joist.backend.x86.disasm;

/** Reads an instruction's prefixes, operands and immediates from bytes, names operands as objdump does. */
final class InstructionReader {
  private static final String[] QWORDS = {
    "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"
  };
  private static final String[] DWORDS = {"eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi"};
  private static final String[] WORDS = {"ax", "cx", "dx", "bx", "sp", "bp", "si", "di"};
  private static final String[] LOW_BYTES = {"al", "cl", "dl", "bl", "spl", "bpl", "sil", "dil"};
  private static final String[] HIGH_BYTES = {"al", "cl", "dl", "bl", "ah", "ch", "dh", "bh"};

  private final byte[] code;
  private int at;
  private int prefix;
  private int rex;
  private int modRm = -1;

  InstructionReader(byte[] code, int offset) {
    this.code = code;
    this.at = offset;
  }

  /** What cannot be read, because the code ends. */
  static final class EndOfCode extends Exception {
    private static final long serialVersionUID = 1;

    EndOfCode() {
      super("the code ends within an instruction", null, false, false);
    }
  }

  int position() {
    return at;
  }

  int u8() throws EndOfCode {
    if (at >= code.length) {
      throw new EndOfCode();
    }
    return code[at++] & 0xff;
  }

  int s8() throws EndOfCode {
    return (byte) u8();
  }

  int s16() throws EndOfCode {
    return (short) (u8() | u8() << 8);
  }

  int s32() throws EndOfCode {
    return u8() | u8() << 8 | u8() << 16 | u8() << 24;
  }

  long s64() throws EndOfCode {
    return s32() & 0xffff_ffffL | (long) s32() << 32;
  }

  /** Reads prefixes and the opcode: one, two or three bytes as one number. */
  int opcode() throws EndOfCode {
    int b = u8();
    if (b == 0x66 || b == 0xf2 || b == 0xf3) {
      prefix = b;
      b = u8();
    }
    if ((b & 0xf0) == 0x40) {
      rex = b;
      b = u8();
    }
    if (b != 0x0f) {
      return b;
    }
    b = u8();
    return b == 0x3a || b == 0x38 ? 0x0f0000 | b << 8 | u8() : 0x0f00 | b;
  }

  /** 0x66, 0xf2, 0xf3 or 0. */
  int prefix() {
    return prefix;
  }

  boolean wide() {
    return (rex & 8) != 0;
  }

  /** The size, in bits, of operations without a size of their own. */
  int size() {
    return wide() ? 64 : prefix == 0x66 ? 16 : 32;
  }

  private int modRm() throws EndOfCode {
    if (modRm < 0) {
      modRm = u8();
    }
    return modRm;
  }

  boolean isRegister() throws EndOfCode {
    return modRm() >= 0xc0;
  }

  /** The opcode extension in ModRM. */
  int extension() throws EndOfCode {
    return modRm() >> 3 & 7;
  }

  int reg() throws EndOfCode {
    return extension() | (rex & 4) << 1;
  }

  int rm() throws EndOfCode {
    return modRm() & 7 | (rex & 1) << 3;
  }

  /** The register in the low bits of an opcode. */
  int inOpcode(int opcode) {
    return opcode & 7 | (rex & 1) << 3;
  }

  String general(int size, int number) {
    if (size == 64) {
      return QWORDS[number];
    }
    if (number >= 8) {
      return "r" + number + (size == 32 ? "d" : size == 16 ? "w" : "b");
    }
    return (size == 32 ? DWORDS : size == 16 ? WORDS : rex != 0 ? LOW_BYTES : HIGH_BYTES)[number];
  }

  static String xmm(int number) {
    return "xmm" + number;
  }

  /** The operand in r/m: a general-purpose register, or memory of that size. */
  String operand(int size) throws EndOfCode {
    return isRegister() ? general(size, rm()) : sized(size) + memory();
  }

  /** The operand in r/m: an SSE register, or memory of 64 bits. */
  String xmmOperand() throws EndOfCode {
    return isRegister() ? xmm(rm()) : sized(64) + memory();
  }

  private static String sized(int size) {
    return switch (size) {
      case 8 -> "BYTE PTR ";
      case 16 -> "WORD PTR ";
      case 32 -> "DWORD PTR ";
      default -> "QWORD PTR ";
    };
  }

  /** The memory operand, without its size. Of a place in this code the distance from the instruction's end is shown. */
  String memory() throws EndOfCode {
    int mod = modRm() >> 6;
    int base = modRm() & 7;
    if (mod == 0 && base == 5) {
      return "[rip" + signed(s32()) + "]";
    }
    StringBuilder text = new StringBuilder("[");
    if (base == 4) {
      int sib = u8();
      int index = sib >> 3 & 7 | (rex & 2) << 2;
      text.append(QWORDS[sib & 7 | (rex & 1) << 3]);
      if (index != 4) {
        text.append('+').append(QWORDS[index]).append('*').append(1 << (sib >> 6));
      }
    } else {
      text.append(QWORDS[base | (rex & 1) << 3]);
    }
    if (mod == 1) {
      text.append(signed(s8()));
    } else if (mod == 2) {
      text.append(signed(s32()));
    }
    return text.append(']').toString();
  }

  private static String signed(long value) {
    return value < 0 ? "-0x" + Long.toHexString(-value) : "+0x" + Long.toHexString(value);
  }

  /** An immediate, as wide as the operation. */
  static String hex(int size, long value) {
    return "0x" + Long.toHexString(size == 64 ? value : value & (1L << size) - 1);
  }
}
