package dev.joist.host.simulator;

/**
 * Decoded operations. A decoded instruction is one int, {@code op << 18 | m << 12 | n << 6 | d}, and one long. The
 * fields d, n and m number registers as {@link CpuState} does, unless said otherwise here; {@code imm} is the long.
 * Operations up to {@link #LAST_OF_LOOP} are executed by {@link ExecutionLoop} itself, the others by the units.
 */
final class Op {
  static final int SHIFT = 18;

  /** No code is installed here. Zero, so that a new page is empty. */
  static final int OUTSIDE = 0;
  /** Installed and maintained, not decoded yet. */
  static final int UNDECODED = 1;
  /** In a line that was written and not maintained. */
  static final int STALE = 2;
  /** Behind the last instruction of each page. */
  static final int NEXT_PAGE = 3;
  /** imm: the word. */
  static final int UNKNOWN = 4;
  static final int NOP = 5;
  /** {@code bti}; imm: 1 accepts calls, 2 jumps, 3 both. */
  static final int BTI = 6;

  // Branches. imm: target, as the index of an instruction relative to the page; d, m, n where conditional.
  static final int B = 7;
  static final int BL = 8;
  /** d, n, m together: the set of flag values under which the branch is taken, one bit each. */
  static final int B_COND = 9;
  static final int CBZ64 = 10;
  static final int CBNZ64 = 11;
  static final int CBZ32 = 12;
  static final int CBNZ32 = 13;
  /** m: the bit. */
  static final int TBZ = 14;
  static final int TBNZ = 15;
  static final int BR = 16;
  static final int BLR = 17;
  static final int RET = 18;

  /** d = imm. */
  static final int CONSTANT = 19;
  /** d = d with 16 bits from bit m replaced by imm (already shifted). */
  static final int MOVK64 = 20;
  static final int MOVK32 = 21;
  static final int MOV64 = 22;
  static final int MOV32 = 23;

  static final int ADD_IMM64 = 24;
  static final int ADD_IMM32 = 25;
  static final int ADDS_IMM64 = 26;
  static final int ADDS_IMM32 = 27;
  static final int SUBS_IMM64 = 28;
  static final int SUBS_IMM32 = 29;
  static final int ADD_REG64 = 30;
  static final int ADD_REG32 = 31;
  static final int SUB_REG64 = 32;
  static final int SUB_REG32 = 33;
  static final int ADDS_REG64 = 34;
  static final int ADDS_REG32 = 35;
  static final int SUBS_REG64 = 36;
  static final int SUBS_REG32 = 37;
  /** imm: shift amount to the left of m. */
  static final int ADD_SHIFTED64 = 38;

  static final int AND_IMM = 39;
  static final int ORR_IMM64 = 40;
  static final int ORR_IMM32 = 41;
  static final int EOR_IMM64 = 42;
  static final int EOR_IMM32 = 43;
  static final int ANDS_IMM64 = 44;
  static final int ANDS_IMM32 = 45;
  static final int AND_REG64 = 46;
  static final int AND_REG32 = 47;
  static final int ORR_REG64 = 48;
  static final int ORR_REG32 = 49;
  static final int EOR_REG64 = 50;
  static final int EOR_REG32 = 51;
  static final int ANDS_REG64 = 52;
  static final int ANDS_REG32 = 53;

  /** d = n << m >> imm; m is the amount itself. */
  static final int SBFM64 = 54;
  static final int SBFM32 = 55;
  static final int UBFM64 = 56;
  static final int UBFM32 = 57;
  static final int LSLV64 = 58;
  static final int LSLV32 = 59;
  static final int LSRV64 = 60;
  static final int LSRV32 = 61;
  static final int ASRV64 = 62;
  static final int ASRV32 = 63;

  /** imm: the register of the addend. */
  static final int MADD64 = 64;
  static final int MADD32 = 65;
  static final int MSUB64 = 66;
  static final int MSUB32 = 67;
  static final int SMADDL = 68;

  /** imm: the set of flag values under which n is chosen. */
  static final int CSEL64 = 69;
  static final int CSEL32 = 70;
  static final int CSINC64 = 71;
  static final int CSINC32 = 72;

  // Loads and stores with base n, not the stack pointer, and offset imm.
  static final int LDR64 = 73;
  static final int LDR32 = 74;
  static final int LDRB = 75;
  static final int STR64 = 76;
  static final int STR32 = 77;
  static final int STRB = 78;
  static final int LDRD = 79;
  static final int STRD = 80;
  // Base n, not the stack pointer, index m, shifted left by imm.
  static final int LDR64_REG = 81;
  static final int LDR32_REG = 82;
  static final int LDRB_REG = 83;
  // Base is the stack pointer, offset imm.
  static final int LDR64_SP = 84;
  static final int STR64_SP = 85;

  static final int FADD_D = 86;
  static final int FSUB_D = 87;
  static final int FMUL_D = 88;
  static final int FDIV_D = 89;
  /** Compares n with m; d is 1 if with zero. */
  static final int FCMP_D = 90;
  static final int FMOV_D = 91;
  static final int FMOV_X_TO_D = 92;
  static final int FMOV_D_TO_X = 93;
  static final int SCVTF_W_TO_D = 94;
  static final int FCVTZS_D_TO_W = 95;

  static final int LAST_OF_LOOP = FCVTZS_D_TO_W;

  // IntegerUnit.
  /** Operand m is transformed as imm says: see {@link IntegerUnit}. */
  static final int ADDSUB_OPERAND = 128;
  static final int LOGIC_OPERAND = 129;
  static final int ADC = 130;
  static final int CCMP = 131;
  static final int CSINV64 = 132;
  static final int CSINV32 = 133;
  static final int CSNEG64 = 134;
  static final int CSNEG32 = 135;
  static final int BFM64 = 136;
  static final int BFM32 = 137;
  static final int EXTR64 = 138;
  static final int EXTR32 = 139;
  static final int RORV64 = 140;
  static final int RORV32 = 141;
  static final int SMSUBL = 142;
  static final int UMADDL = 143;
  static final int UMSUBL = 144;
  static final int SMULH = 145;
  static final int UMULH = 146;
  static final int SDIV64 = 147;
  static final int SDIV32 = 148;
  static final int UDIV64 = 149;
  static final int UDIV32 = 150;
  static final int CLZ64 = 151;
  static final int CLZ32 = 152;
  static final int CLS64 = 153;
  static final int CLS32 = 154;
  static final int RBIT64 = 155;
  static final int RBIT32 = 156;
  static final int REV64 = 157;
  static final int REV32 = 158;
  static final int REV16_64 = 159;
  static final int REV16_32 = 160;
  static final int REV32_64 = 161;
  static final int FIRST_INTEGER = ADDSUB_OPERAND;
  static final int LAST_INTEGER = REV32_64;

  // SystemUnit.
  static final int MRS_NZCV = 192;
  static final int MSR_NZCV = 193;
  static final int MRS_FPCR = 194;
  static final int MSR_FPCR = 195;
  static final int MRS_CTR = 196;
  static final int DC_CVAU = 197;
  static final int IC_IVAU = 198;
  static final int DSB = 199;
  static final int ISB = 200;
  static final int BRK = 201;
  static final int HLT = 202;
  static final int FIRST_SYSTEM = MRS_NZCV;
  static final int LAST_SYSTEM = HLT;

  // FloatUnit: scalar arithmetic on singles (even) and doubles (odd).
  static final int FIRST_FLOAT = 256;
  static final int FADD = 256;
  static final int FSUB = 258;
  static final int FMUL = 260;
  static final int FDIV = 262;
  static final int FNMUL = 264;
  static final int FMAX = 266;
  static final int FMIN = 268;
  static final int FMAXNM = 270;
  static final int FMINNM = 272;
  /** imm: the register of the addend. */
  static final int FMADD = 274;
  static final int FMSUB = 276;
  static final int FNMADD = 278;
  static final int FNMSUB = 280;
  static final int FABS = 282;
  static final int FNEG = 284;
  static final int FSQRT = 286;
  /** m: {@link Rounding}. */
  static final int FRINT = 288;
  /** d is 1 if compared with zero. */
  static final int FCMP = 290;
  /** d: the flags otherwise; imm: the set of flag values under which to compare. */
  static final int FCCMP = 292;
  static final int FCSEL = 294;
  static final int FMOV = 296;
  /** d = the bits imm. */
  static final int FMOV_CONSTANT = 298;
  static final int LAST_ARITHMETIC = 299;

  // ConversionUnit. m: Rounding; imm: fraction bits. Even from or to a single, odd a double.
  static final int FIRST_CONVERSION = 304;
  static final int TO_SIGNED64 = 304;
  static final int TO_SIGNED32 = 306;
  static final int TO_UNSIGNED64 = 308;
  static final int TO_UNSIGNED32 = 310;
  static final int FROM_SIGNED64 = 312;
  static final int FROM_SIGNED32 = 314;
  static final int FROM_UNSIGNED64 = 316;
  static final int FROM_UNSIGNED32 = 318;
  static final int FJCVTZS = 320;
  static final int FCVT_S_TO_D = 321;
  static final int FCVT_D_TO_S = 322;
  static final int FCVT_H_TO_S = 323;
  static final int FCVT_H_TO_D = 324;
  static final int FCVT_S_TO_H = 325;
  static final int FCVT_D_TO_H = 326;
  static final int FMOV_W_TO_S = 327;
  static final int FMOV_S_TO_W = 328;
  static final int FMOV_X_TO_HIGH = 329;
  static final int FMOV_HIGH_TO_X = 330;
  static final int LAST_CONVERSION = FMOV_HIGH_TO_X;

  // VectorUnit: the few vector instructions that scalar code uses.
  static final int FIRST_VECTOR = 336;
  /** The low half becomes imm; the high half too if n is 1. */
  static final int VECTOR_CONSTANT = 336;
  /** m and n combined; imm: both halves? */
  static final int VECTOR_AND = 337;
  static final int VECTOR_BIC = 338;
  static final int VECTOR_ORR = 339;
  static final int VECTOR_ORN = 340;
  static final int VECTOR_EOR = 341;
  /** imm: both halves? */
  static final int VECTOR_CNT = 342;
  static final int VECTOR_ADDV = 343;
  static final int VECTOR_UADDLV = 344;
  static final int VECTOR_NOT = 345;
  static final int LAST_VECTOR = VECTOR_NOT;

  // LoadStoreUnit. A kind is added to each of these.
  static final int KINDS = 32;
  static final int MEM_OFFSET = 384;
  static final int MEM_PRE = MEM_OFFSET + KINDS;
  static final int MEM_POST = MEM_PRE + KINDS;
  /** m: index; imm: how it is extended and shifted. */
  static final int MEM_INDEX = MEM_POST + KINDS;
  /** imm: the address. */
  static final int MEM_LITERAL = MEM_INDEX + KINDS;
  /** Both registers, d and m. */
  static final int PAIR_OFFSET = MEM_LITERAL + KINDS;
  static final int PAIR_PRE = PAIR_OFFSET + KINDS;
  static final int PAIR_POST = PAIR_PRE + KINDS;
  static final int FIRST_MEMORY = MEM_OFFSET;
  static final int LAST_MEMORY = PAIR_POST + KINDS - 1;

  private Op() {}

  static int pack(int op, int d, int n, int m) {
    return op << SHIFT | m << 12 | n << 6 | d;
  }

  static int d(int insn) {
    return insn & 63;
  }

  static int n(int insn) {
    return insn >>> 6 & 63;
  }

  static int m(int insn) {
    return insn >>> 12 & 63;
  }
}
