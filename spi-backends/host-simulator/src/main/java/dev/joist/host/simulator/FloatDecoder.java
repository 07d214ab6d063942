package dev.joist.host.simulator;

/** Decodes scalar floating point on singles and doubles, and the few vector instructions that scalar code uses. */
final class FloatDecoder {
  private static final int SINGLE = 0;
  private static final int DOUBLE = 1;
  private static final int HALF = 3;

  private long immediate;

  long immediate() {
    return immediate;
  }

  int decode(int word) {
    immediate = 0;
    return switch (word >>> 24 & 0x7f) {
      case 0x1e -> scalar(word);
      case 0x1f -> word < 0 ? Op.UNKNOWN : multiplyAdd(word);
      default -> vector(word);
    };
  }

  private int scalar(int word) {
    if ((word & 1 << 21) == 0) {
      return fixedPoint(word);
    }
    if ((word & 0xfc00) == 0) {
      return conversion(word);
    }
    int type = word >>> 22 & 3;
    if (word < 0 || type == 2) {
      return Op.UNKNOWN;
    }
    int low = word >>> 10 & 31;
    if (low == 16) {
      return oneSource(word, type);
    }
    if (type == HALF) {
      return Op.UNKNOWN;
    }
    return switch (low & 3) {
      case 1 -> conditionalCompare(word, type);
      case 2 -> twoSources(word, type);
      case 3 -> with(Conditions.holding(word >>> 12 & 15), three(Op.FCSEL + type, word));
      default -> (low & 15) == 8 ? compare(word, type) : (low & 7) == 4 ? constant(word, type) : Op.UNKNOWN;
    };
  }

  private int fixedPoint(int word) {
    int type = word >>> 22 & 3;
    int scale = word >>> 10 & 63;
    boolean wide = word < 0;
    if (type > DOUBLE || !wide && scale < 32) {
      return Op.UNKNOWN;
    }
    int d = word & 31;
    int n = word >>> 5 & 31;
    int fractionBits = 64 - scale;
    return switch (word >>> 16 & 31) {
      case 2 -> with(fractionBits, Op.pack(from(wide, true) + type, d, n, 0));
      case 3 -> with(fractionBits, Op.pack(from(wide, false) + type, d, n, 0));
      case 24 -> with(fractionBits, Op.pack(to(wide, true) + type, IntegerDecoder.target(d), n, Rounding.TOWARD_ZERO));
      case 25 -> with(fractionBits, Op.pack(to(wide, false) + type, IntegerDecoder.target(d), n, Rounding.TOWARD_ZERO));
      default -> Op.UNKNOWN;
    };
  }

  private static int to(boolean wide, boolean signed) {
    return signed ? (wide ? Op.TO_SIGNED64 : Op.TO_SIGNED32) : wide ? Op.TO_UNSIGNED64 : Op.TO_UNSIGNED32;
  }

  private static int from(boolean wide, boolean signed) {
    return signed ? (wide ? Op.FROM_SIGNED64 : Op.FROM_SIGNED32) : wide ? Op.FROM_UNSIGNED64 : Op.FROM_UNSIGNED32;
  }

  private int conversion(int word) {
    int type = word >>> 22 & 3;
    int rounding = word >>> 19 & 3;
    int opcode = word >>> 16 & 7;
    boolean wide = word < 0;
    int d = word & 31;
    int n = word >>> 5 & 31;
    if (opcode >= 6) {
      return move(wide, type, rounding, opcode == 7, d, n);
    }
    if (type > DOUBLE || opcode >= 2 && rounding != 0) {
      return Op.UNKNOWN;
    }
    int target = IntegerDecoder.target(d);
    return switch (opcode) {
      case 0, 1 -> {
        if (wide || type == SINGLE || opcode == 1 || rounding != Rounding.TOWARD_ZERO) {
          yield Op.pack(to(wide, opcode == 0) + type, target, n, rounding);
        }
        yield Op.pack(Op.FCVTZS_D_TO_W, target, n, 0);
      }
      case 2, 3 -> !wide && type == DOUBLE && opcode == 2
          ? Op.pack(Op.SCVTF_W_TO_D, d, n, 0)
          : Op.pack(from(wide, opcode == 2) + type, d, n, 0);
      default -> Op.pack(to(wide, opcode == 4) + type, target, n, Rounding.TIES_AWAY);
    };
  }

  private static int move(boolean wide, int type, int rounding, boolean toVector, int d, int n) {
    int target = IntegerDecoder.target(d);
    return switch (rounding << 3 | type << 1 | (wide ? 1 : 0)) {
      case 0 -> toVector ? Op.pack(Op.FMOV_W_TO_S, d, n, 0) : Op.pack(Op.FMOV_S_TO_W, target, n, 0);
      case 3 -> toVector ? Op.pack(Op.FMOV_X_TO_D, d, n, 0) : Op.pack(Op.FMOV_D_TO_X, target, n, 0);
      case 8 | 5 -> toVector ? Op.pack(Op.FMOV_X_TO_HIGH, d, n, 0) : Op.pack(Op.FMOV_HIGH_TO_X, target, n, 0);
      case 24 | 2 -> toVector ? Op.UNKNOWN : Op.pack(Op.FJCVTZS, target, n, 0);
      default -> Op.UNKNOWN;
    };
  }

  private static int oneSource(int word, int type) {
    int d = word & 31;
    int n = word >>> 5 & 31;
    int opcode = word >>> 15 & 63;
    if (type == HALF) {
      return switch (opcode) {
        case 4 -> Op.pack(Op.FCVT_H_TO_S, d, n, 0);
        case 5 -> Op.pack(Op.FCVT_H_TO_D, d, n, 0);
        default -> Op.UNKNOWN;
      };
    }
    return switch (opcode) {
      case 0 -> Op.pack(type == DOUBLE ? Op.FMOV_D : Op.FMOV, d, n, 0);
      case 1 -> Op.pack(Op.FABS + type, d, n, 0);
      case 2 -> Op.pack(Op.FNEG + type, d, n, 0);
      case 3 -> Op.pack(Op.FSQRT + type, d, n, 0);
      case 4 -> type == DOUBLE ? Op.pack(Op.FCVT_D_TO_S, d, n, 0) : Op.UNKNOWN;
      case 5 -> type == SINGLE ? Op.pack(Op.FCVT_S_TO_D, d, n, 0) : Op.UNKNOWN;
      case 7 -> Op.pack(type == DOUBLE ? Op.FCVT_D_TO_H : Op.FCVT_S_TO_H, d, n, 0);
      case 8, 14, 15 -> Op.pack(Op.FRINT + type, d, n, Rounding.TIES_EVEN);
      case 9 -> Op.pack(Op.FRINT + type, d, n, Rounding.TOWARD_PLUS);
      case 10 -> Op.pack(Op.FRINT + type, d, n, Rounding.TOWARD_MINUS);
      case 11 -> Op.pack(Op.FRINT + type, d, n, Rounding.TOWARD_ZERO);
      case 12 -> Op.pack(Op.FRINT + type, d, n, Rounding.TIES_AWAY);
      default -> Op.UNKNOWN;
    };
  }

  private static int twoSources(int word, int type) {
    boolean isDouble = type == DOUBLE;
    int op =
        switch (word >>> 12 & 15) {
          case 0 -> isDouble ? Op.FMUL_D : Op.FMUL;
          case 1 -> isDouble ? Op.FDIV_D : Op.FDIV;
          case 2 -> isDouble ? Op.FADD_D : Op.FADD;
          case 3 -> isDouble ? Op.FSUB_D : Op.FSUB;
          case 4 -> Op.FMAX + type;
          case 5 -> Op.FMIN + type;
          case 6 -> Op.FMAXNM + type;
          case 7 -> Op.FMINNM + type;
          case 8 -> Op.FNMUL + type;
          default -> Op.UNKNOWN;
        };
    return op == Op.UNKNOWN ? op : three(op, word);
  }

  private int compare(int word, int type) {
    if ((word & 0xc007) != 0) {
      return Op.UNKNOWN;
    }
    int withZero = word >>> 3 & 1;
    return Op.pack(type == DOUBLE ? Op.FCMP_D : Op.FCMP, withZero, word >>> 5 & 31, word >>> 16 & 31);
  }

  private int conditionalCompare(int word, int type) {
    return with(
        Conditions.holding(word >>> 12 & 15), Op.pack(Op.FCCMP + type, word & 15, word >>> 5 & 31, word >>> 16 & 31));
  }

  private int constant(int word, int type) {
    if ((word & 0x3e0) != 0) {
      return Op.UNKNOWN;
    }
    int imm8 = word >>> 13 & 255;
    return with(
        type == DOUBLE ? expandDouble(imm8) : expandSingle(imm8) & 0xffffffffL,
        Op.pack(Op.FMOV_CONSTANT, word & 31, 0, 0));
  }

  /** The eight-bit form abcdefgh: sign a, exponent NOT(b) b…b cd, fraction efgh. */
  private static long expandDouble(int imm8) {
    long exponent = ((imm8 & 64) != 0 ? 0x3fcL : 0x400L) | imm8 >> 4 & 3;
    return (long) (imm8 >> 7) << 63 | exponent << 52 | (long) (imm8 & 15) << 48;
  }

  private static int expandSingle(int imm8) {
    int exponent = ((imm8 & 64) != 0 ? 0x7c : 0x80) | imm8 >> 4 & 3;
    return imm8 >> 7 << 31 | exponent << 23 | (imm8 & 15) << 19;
  }

  private int multiplyAdd(int word) {
    int type = word >>> 22 & 3;
    if (type > DOUBLE) {
      return Op.UNKNOWN;
    }
    boolean negated = (word & 1 << 21) != 0;
    boolean subtracts = (word & 1 << 15) != 0;
    int op = negated ? (subtracts ? Op.FNMSUB : Op.FNMADD) : subtracts ? Op.FMSUB : Op.FMADD;
    return with(word >>> 10 & 31, three(op + type, word));
  }

  private int vector(int word) {
    boolean both = (word & 1 << 30) != 0;
    if ((word & 0x9ff80c00) == 0x0f000400) {
      return modifiedImmediate(word, both);
    }
    if ((word & 0x9f20fc00) == 0x0e201c00) {
      int op =
          switch (word >>> 27 & 4 | word >>> 22 & 3) {
            case 0 -> Op.VECTOR_AND;
            case 1 -> Op.VECTOR_BIC;
            case 2 -> Op.VECTOR_ORR;
            case 3 -> Op.VECTOR_ORN;
            case 4 -> Op.VECTOR_EOR;
            default -> Op.UNKNOWN;
          };
      return op == Op.UNKNOWN ? op : with(both ? 1 : 0, three(op, word));
    }
    int op =
        switch (word & 0xbffffc00) {
          case 0x0e205800 -> Op.VECTOR_CNT;
          case 0x0e31b800 -> Op.VECTOR_ADDV;
          case 0x2e303800 -> Op.VECTOR_UADDLV;
          case 0x2e205800 -> Op.VECTOR_NOT;
          default -> Op.UNKNOWN;
        };
    return op == Op.UNKNOWN ? op : with(both ? 1 : 0, Op.pack(op, word & 31, word >>> 5 & 31, 0));
  }

  private int modifiedImmediate(int word, boolean both) {
    int imm8 = word >>> 11 & 0xe0 | word >>> 5 & 31;
    int mode = word >>> 12 & 15;
    boolean inverted = (word & 1 << 29) != 0;
    if (mode < 12 && (mode & 1) != 0 || mode == 15 && inverted && !both) {
      return Op.UNKNOWN;
    }
    long value =
        switch (mode) {
          case 0, 2, 4, 6 -> (imm8 & 0xffL) << 4 * mode;
          case 8, 10 -> (imm8 & 0xffL) << 4 * (mode - 8);
          case 12 -> imm8 << 8 | 0xffL;
          case 13 -> imm8 << 16 | 0xffffL;
          case 14 -> inverted ? bytesOfBits(imm8) : imm8;
          default -> inverted ? expandDouble(imm8) : expandSingle(imm8) & 0xffffffffL;
        };
    value =
        switch (mode) {
          case 8, 10 -> value * 0x0001000100010001L;
          case 14 -> inverted ? value : value * 0x0101010101010101L;
          case 15 -> inverted ? value : value * 0x0000000100000001L;
          default -> value * 0x0000000100000001L;
        };
    return with(inverted && mode < 14 ? ~value : value, Op.pack(Op.VECTOR_CONSTANT, word & 31, both ? 1 : 0, 0));
  }

  private static long bytesOfBits(int imm8) {
    long value = 0;
    for (int bit = 0; bit < 8; bit++) {
      value |= (imm8 >> bit & 1) == 0 ? 0 : 0xffL << 8 * bit;
    }
    return value;
  }

  private static int three(int op, int word) {
    return Op.pack(op, word & 31, word >>> 5 & 31, word >>> 16 & 31);
  }

  private int with(long value, int insn) {
    immediate = value;
    return insn;
  }
}
