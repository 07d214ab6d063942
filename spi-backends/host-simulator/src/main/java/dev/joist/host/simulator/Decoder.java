package dev.joist.host.simulator;

/** Turns words into the decoded form of {@link Op}. Encodings are those of the Arm Architecture Reference Manual. */
final class Decoder {
  private final IntegerDecoder integers = new IntegerDecoder();
  private final LoadStoreDecoder memory = new LoadStoreDecoder();
  private final FloatDecoder floats = new FloatDecoder();
  private long immediate;

  /**
   * Decodes the word at {@code pc}, which is instruction {@code index} of its page. The second half of the result is
   * {@link #immediate()}. Words that mean nothing become {@link Op#UNKNOWN}.
   */
  int decode(int word, long pc, int index) {
    immediate = 0;
    int insn =
        switch (word >>> 25 & 15) {
          case 8, 9 -> integer(integers.immediateForm(word, pc));
          case 10, 11 -> branchOrSystem(word, index);
          case 4, 6, 12, 14 -> memory(memory.decode(word, pc));
          case 5, 13 -> integer(integers.registerForm(word));
          case 7, 15 -> floating(floats.decode(word));
          default -> (word & 0xffff0000) == 0 ? with(word & 0xffff, Op.pack(Op.HLT, 1, 0, 0)) : Op.UNKNOWN;
        };
    if (insn == Op.UNKNOWN) {
      immediate = word;
      return Op.pack(Op.UNKNOWN, 0, 0, 0);
    }
    return insn;
  }

  long immediate() {
    return immediate;
  }

  private int branchOrSystem(int word, int index) {
    int rt = word & 31;
    if ((word & 0x7c000000) == 0x14000000) {
      return with(index + (word << 6 >> 6), Op.pack(word < 0 ? Op.BL : Op.B, 0, 0, 0));
    }
    if ((word & 0x7e000000) == 0x34000000) {
      boolean nonZero = (word & 1 << 24) != 0;
      int op = word < 0 ? (nonZero ? Op.CBNZ64 : Op.CBZ64) : nonZero ? Op.CBNZ32 : Op.CBZ32;
      return with(index + (word << 8 >> 13), Op.pack(op, rt, 0, 0));
    }
    if ((word & 0x7e000000) == 0x36000000) {
      int bit = word >>> 26 & 32 | word >>> 19 & 31;
      return with(index + (word << 13 >> 18), Op.pack((word & 1 << 24) != 0 ? Op.TBNZ : Op.TBZ, rt, 0, bit));
    }
    if ((word & 0xff000010) == 0x54000000) {
      return with(index + (word << 8 >> 13), Op.B_COND << Op.SHIFT | Conditions.holding(word & 15));
    }
    int rn = word >>> 5 & 31;
    return switch (word & 0xfffffc1f) {
      case 0xd61f0000 -> Op.pack(Op.BR, 0, rn, 0);
      case 0xd63f0000 -> Op.pack(Op.BLR, 0, rn, 0);
      case 0xd65f0000 -> Op.pack(Op.RET, 0, rn, 0);
      default -> exceptionOrSystem(word, rt);
    };
  }

  private int exceptionOrSystem(int word, int rt) {
    if ((word & 0xffe0001f) == 0xd4200000) {
      return with(word >>> 5 & 0xffff, Op.pack(Op.BRK, 0, 0, 0));
    }
    if ((word & 0xffe0001f) == 0xd4400000) {
      return with(word >>> 5 & 0xffff, Op.pack(Op.HLT, 0, 0, 0));
    }
    if ((word & 0xfffff01f) == 0xd503201f) {
      int hint = word >>> 5 & 127;
      return (hint & ~6) == 32 ? with(hint >> 1 & 3, Op.pack(Op.BTI, 0, 0, 0)) : Op.pack(Op.NOP, 0, 0, 0);
    }
    if ((word & 0xfffff01f) == 0xd503301f) {
      return switch (word >>> 5 & 7) {
        case 4 -> Op.pack(Op.DSB, 0, 0, 0);
        case 5, 7 -> Op.pack(Op.NOP, 0, 0, 0);
        case 6 -> Op.pack(Op.ISB, 0, 0, 0);
        default -> Op.UNKNOWN;
      };
    }
    return switch (word & ~31) {
      case 0xd53b4200 -> Op.pack(Op.MRS_NZCV, IntegerDecoder.target(rt), 0, 0);
      case 0xd51b4200 -> Op.pack(Op.MSR_NZCV, 0, rt, 0);
      case 0xd53b4400 -> Op.pack(Op.MRS_FPCR, IntegerDecoder.target(rt), 0, 0);
      case 0xd51b4400 -> Op.pack(Op.MSR_FPCR, 0, rt, 0);
      case 0xd53b0020 -> Op.pack(Op.MRS_CTR, IntegerDecoder.target(rt), 0, 0);
      case 0xd50b7b20 -> Op.pack(Op.DC_CVAU, 0, rt, 0);
      case 0xd50b7520 -> Op.pack(Op.IC_IVAU, 0, rt, 0);
      default -> Op.UNKNOWN;
    };
  }

  private int with(long value, int insn) {
    immediate = value;
    return insn;
  }

  private int integer(int insn) {
    return with(integers.immediate(), insn);
  }

  private int memory(int insn) {
    return with(memory.immediate(), insn);
  }

  private int floating(int insn) {
    return with(floats.immediate(), insn);
  }
}
