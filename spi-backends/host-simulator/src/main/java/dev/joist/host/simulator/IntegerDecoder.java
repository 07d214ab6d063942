package dev.joist.host.simulator;

/** Decodes data processing on general registers. */
final class IntegerDecoder {
  private long immediate;

  long immediate() {
    return immediate;
  }

  /** Register number for a destination where 31 is the zero register. */
  static int target(int register) {
    return register == 31 ? CpuState.SINK : register;
  }

  /** Register number where 31 is the stack pointer. */
  static int orSp(int register) {
    return register == 31 ? CpuState.SP : register;
  }

  int immediateForm(int word, long pc) {
    int d = word & 31;
    int n = word >>> 5 & 31;
    boolean wide = word < 0;
    int opc = word >>> 29 & 3;
    return switch (word >>> 23 & 7) {
      case 0, 1 -> {
        long offset = (long) (word << 8 >> 13) << 2 | word >>> 29 & 3;
        yield with(wide ? (pc & -4096) + (offset << 12) : pc + offset, Op.pack(Op.CONSTANT, target(d), 0, 0));
      }
      case 2 -> addImmediate(word, wide, opc, d, n);
      case 4 -> logicalImmediate(word, wide, opc, d, n);
      case 5 -> moveWide(word, wide, opc, d);
      case 6 -> bitfield(word, wide, opc, d, n);
      case 7 -> extract(word, wide, d, n);
      default -> Op.UNKNOWN;
    };
  }

  private int addImmediate(int word, boolean wide, int opc, int d, int n) {
    long value = (long) (word >>> 10 & 0xfff) << ((word & 1 << 22) != 0 ? 12 : 0);
    return switch (opc) {
      case 0 -> with(value, Op.pack(wide ? Op.ADD_IMM64 : Op.ADD_IMM32, orSp(d), orSp(n), 0));
      case 1 -> with(value, Op.pack(wide ? Op.ADDS_IMM64 : Op.ADDS_IMM32, target(d), orSp(n), 0));
      case 2 -> with(-value, Op.pack(wide ? Op.ADD_IMM64 : Op.ADD_IMM32, orSp(d), orSp(n), 0));
      default -> with(value, Op.pack(wide ? Op.SUBS_IMM64 : Op.SUBS_IMM32, target(d), orSp(n), 0));
    };
  }

  private int logicalImmediate(int word, boolean wide, int opc, int d, int n) {
    if (!wide && (word & 1 << 22) != 0) {
      return Op.UNKNOWN;
    }
    long mask = bitmask(word >>> 22 & 1, word >>> 16 & 63, word >>> 10 & 63);
    if (mask == 0) {
      return Op.UNKNOWN;
    }
    if (!wide) {
      mask &= 0xffffffffL;
    }
    return switch (opc) {
      case 0 -> with(mask, Op.pack(Op.AND_IMM, orSp(d), n, 0));
      case 1 -> with(mask, Op.pack(n == 31 ? Op.CONSTANT : wide ? Op.ORR_IMM64 : Op.ORR_IMM32, orSp(d), n, 0));
      case 2 -> with(mask, Op.pack(wide ? Op.EOR_IMM64 : Op.EOR_IMM32, orSp(d), n, 0));
      default -> with(mask, Op.pack(wide ? Op.ANDS_IMM64 : Op.ANDS_IMM32, target(d), n, 0));
    };
  }

  /** The 64-bit value of a logical immediate, or 0 when the encoding is reserved. */
  static long bitmask(int nBit, int immr, int imms) {
    int length = 31 - Integer.numberOfLeadingZeros(nBit << 6 | ~imms & 63);
    if (length < 1) {
      return 0;
    }
    int size = 1 << length;
    int ones = (imms & size - 1) + 1;
    if (ones == size) {
      return 0;
    }
    int rotation = immr & size - 1;
    long element = (1L << ones) - 1;
    long rotated = rotation == 0 ? element : element >>> rotation | element << size - rotation;
    if (size < 64) {
      rotated &= (1L << size) - 1;
      for (int width = size; width < 64; width *= 2) {
        rotated |= rotated << width;
      }
    }
    return rotated;
  }

  private int moveWide(int word, boolean wide, int opc, int d) {
    int shift = (word >>> 21 & 3) * 16;
    if (!wide && shift > 16) {
      return Op.UNKNOWN;
    }
    long value = (long) (word >>> 5 & 0xffff) << shift;
    return switch (opc) {
      case 0 -> with(wide ? ~value : ~value & 0xffffffffL, Op.pack(Op.CONSTANT, target(d), 0, 0));
      case 2 -> with(value, Op.pack(Op.CONSTANT, target(d), 0, 0));
      case 3 -> with(value, Op.pack(wide ? Op.MOVK64 : Op.MOVK32, target(d), 0, shift));
      default -> Op.UNKNOWN;
    };
  }

  private int bitfield(int word, boolean wide, int opc, int d, int n) {
    int bits = wide ? 64 : 32;
    int immr = word >>> 16 & 63;
    int imms = word >>> 10 & 63;
    if ((word >>> 22 & 1) != (wide ? 1 : 0) || immr >= bits || imms >= bits) {
      return Op.UNKNOWN;
    }
    boolean extracts = imms >= immr;
    int left = bits - 1 - imms;
    // The field goes to the top first, then down to bit 0, or to bit (bits - immr) where the form inserts.
    int right = left + immr - (extracts ? 0 : bits);
    return switch (opc) {
      case 0 -> with(right, Op.pack(wide ? Op.SBFM64 : Op.SBFM32, target(d), n, left));
      case 1 -> {
        int width = extracts ? imms - immr + 1 : imms + 1;
        int to = extracts ? 0 : bits - immr;
        long field = (width == 64 ? -1L : (1L << width) - 1) << to;
        immediate = field;
        yield Op.pack(wide ? Op.BFM64 : Op.BFM32, target(d), n, immr);
      }
      case 2 -> with(right, Op.pack(wide ? Op.UBFM64 : Op.UBFM32, target(d), n, left));
      default -> Op.UNKNOWN;
    };
  }

  private int extract(int word, boolean wide, int d, int n) {
    int lsb = word >>> 10 & 63;
    if ((word & 0x60200000) != 0 || (word >>> 22 & 1) != (wide ? 1 : 0) || !wide && lsb >= 32) {
      return Op.UNKNOWN;
    }
    return with(lsb, Op.pack(wide ? Op.EXTR64 : Op.EXTR32, target(d), n, word >>> 16 & 31));
  }

  int registerForm(int word) {
    int d = word & 31;
    int n = word >>> 5 & 31;
    int m = word >>> 16 & 31;
    boolean wide = word < 0;
    if ((word & 1 << 28) == 0) {
      if ((word & 1 << 24) == 0) {
        return logicalShifted(word, wide, d, n, m);
      }
      return (word & 1 << 21) == 0 ? addShifted(word, wide, d, n, m) : addExtended(word, wide, d, n, m);
    }
    if ((word & 1 << 24) != 0) {
      return multiply(word, wide, d, n, m);
    }
    return switch (word >>> 21 & 7) {
      case 0 -> (word & 0xfc00) == 0
          ? with(word >>> 29 & 7, Op.pack(Op.ADC, target(d), n, m))
          : Op.UNKNOWN;
      case 2 -> conditionalCompare(word, n, m);
      case 4 -> conditionalSelect(word, wide, d, n, m);
      case 6 -> (word & 1 << 30) == 0 ? twoSources(word, wide, d, n, m) : oneSource(word, wide, d, n, m);
      default -> Op.UNKNOWN;
    };
  }

  private int logicalShifted(int word, boolean wide, int d, int n, int m) {
    int amount = word >>> 10 & 63;
    int opc = word >>> 29 & 3;
    boolean inverted = (word & 1 << 21) != 0;
    if (!wide && amount > 31) {
      return Op.UNKNOWN;
    }
    if ((word & 0x00e0fc00) != 0) {
      long operand = IntegerUnit.operand(word >>> 22 & 3, amount, wide, opc, inverted);
      return with(operand, Op.pack(Op.LOGIC_OPERAND, target(d), n, m));
    }
    int op =
        switch (opc) {
          case 0 -> wide ? Op.AND_REG64 : Op.AND_REG32;
          case 1 -> n == 31 ? (wide ? Op.MOV64 : Op.MOV32) : wide ? Op.ORR_REG64 : Op.ORR_REG32;
          case 2 -> wide ? Op.EOR_REG64 : Op.EOR_REG32;
          default -> wide ? Op.ANDS_REG64 : Op.ANDS_REG32;
        };
    return Op.pack(op, target(d), n, m);
  }

  private int addShifted(int word, boolean wide, int d, int n, int m) {
    int amount = word >>> 10 & 63;
    int kind = word >>> 22 & 3;
    int opc = word >>> 29 & 3;
    if (kind == 3 || !wide && amount > 31) {
      return Op.UNKNOWN;
    }
    if (amount == 0) {
      return Op.pack(plainAdd(opc, wide), target(d), n, m);
    }
    if (kind == 0 && wide && opc == 0) {
      return with(amount, Op.pack(Op.ADD_SHIFTED64, target(d), n, m));
    }
    return with(IntegerUnit.operand(kind, amount, wide, opc, false), Op.pack(Op.ADDSUB_OPERAND, target(d), n, m));
  }

  private static int plainAdd(int opc, boolean wide) {
    return switch (opc) {
      case 0 -> wide ? Op.ADD_REG64 : Op.ADD_REG32;
      case 1 -> wide ? Op.ADDS_REG64 : Op.ADDS_REG32;
      case 2 -> wide ? Op.SUB_REG64 : Op.SUB_REG32;
      default -> wide ? Op.SUBS_REG64 : Op.SUBS_REG32;
    };
  }

  private int addExtended(int word, boolean wide, int d, int n, int m) {
    int amount = word >>> 10 & 7;
    int option = word >>> 13 & 7;
    int opc = word >>> 29 & 3;
    if (amount > 4 || (word & 0x00c00000) != 0) {
      return Op.UNKNOWN;
    }
    int to = (opc & 1) != 0 ? target(d) : orSp(d);
    if (amount == 0 && (option & 3) == (wide ? 3 : 2)) {
      return Op.pack(plainAdd(opc, wide), to, orSp(n), m);
    }
    long operand = IntegerUnit.operand(IntegerUnit.EXTENDED + option, amount, wide, opc, false);
    return with(operand, Op.pack(Op.ADDSUB_OPERAND, to, orSp(n), m));
  }

  private int multiply(int word, boolean wide, int d, int n, int m) {
    if ((word & 0x60000000) != 0) {
      return Op.UNKNOWN;
    }
    boolean subtracts = (word & 1 << 15) != 0;
    int addend = word >>> 10 & 31;
    int op =
        switch (word >>> 21 & 7) {
          case 0 -> subtracts ? (wide ? Op.MSUB64 : Op.MSUB32) : wide ? Op.MADD64 : Op.MADD32;
          case 1 -> wide ? (subtracts ? Op.SMSUBL : Op.SMADDL) : Op.UNKNOWN;
          case 2 -> wide && !subtracts ? Op.SMULH : Op.UNKNOWN;
          case 5 -> wide ? (subtracts ? Op.UMSUBL : Op.UMADDL) : Op.UNKNOWN;
          case 6 -> wide && !subtracts ? Op.UMULH : Op.UNKNOWN;
          default -> Op.UNKNOWN;
        };
    return op == Op.UNKNOWN ? op : with(addend, Op.pack(op, target(d), n, m));
  }

  private int conditionalCompare(int word, int n, int m) {
    if ((word & 0x20000410) != 0x20000000) {
      return Op.UNKNOWN;
    }
    long operand =
        IntegerUnit.comparison(
            Conditions.holding(word >>> 12 & 15), word & 15, word < 0, (word & 1 << 30) != 0, (word & 1 << 11) != 0);
    return with(operand, Op.pack(Op.CCMP, 0, n, m));
  }

  private int conditionalSelect(int word, boolean wide, int d, int n, int m) {
    if ((word & 0x20000800) != 0) {
      return Op.UNKNOWN;
    }
    boolean second = (word & 1 << 10) != 0;
    int op;
    if ((word & 1 << 30) == 0) {
      op = second ? (wide ? Op.CSINC64 : Op.CSINC32) : wide ? Op.CSEL64 : Op.CSEL32;
    } else {
      op = second ? (wide ? Op.CSNEG64 : Op.CSNEG32) : wide ? Op.CSINV64 : Op.CSINV32;
    }
    return with(Conditions.holding(word >>> 12 & 15), Op.pack(op, target(d), n, m));
  }

  private static int twoSources(int word, boolean wide, int d, int n, int m) {
    if ((word & 1 << 29) != 0) {
      return Op.UNKNOWN;
    }
    int op =
        switch (word >>> 10 & 63) {
          case 2 -> wide ? Op.UDIV64 : Op.UDIV32;
          case 3 -> wide ? Op.SDIV64 : Op.SDIV32;
          case 8 -> wide ? Op.LSLV64 : Op.LSLV32;
          case 9 -> wide ? Op.LSRV64 : Op.LSRV32;
          case 10 -> wide ? Op.ASRV64 : Op.ASRV32;
          case 11 -> wide ? Op.RORV64 : Op.RORV32;
          default -> Op.UNKNOWN;
        };
    return op == Op.UNKNOWN ? op : Op.pack(op, target(d), n, m);
  }

  private static int oneSource(int word, boolean wide, int d, int n, int opcode2) {
    if ((word & 1 << 29) != 0 || opcode2 != 0) {
      return Op.UNKNOWN;
    }
    int op =
        switch (word >>> 10 & 63) {
          case 0 -> wide ? Op.RBIT64 : Op.RBIT32;
          case 1 -> wide ? Op.REV16_64 : Op.REV16_32;
          case 2 -> wide ? Op.REV32_64 : Op.REV32;
          case 3 -> wide ? Op.REV64 : Op.UNKNOWN;
          case 4 -> wide ? Op.CLZ64 : Op.CLZ32;
          case 5 -> wide ? Op.CLS64 : Op.CLS32;
          default -> Op.UNKNOWN;
        };
    return op == Op.UNKNOWN ? op : Op.pack(op, target(d), n, 0);
  }

  private int with(long value, int insn) {
    immediate = value;
    return insn;
  }
}
