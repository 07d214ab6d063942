package dev.joist.host.simulator;

/** Executes the rarer data processing on general registers; the frequent forms are in {@link ExecutionLoop}. */
final class IntegerUnit {
  /** Added to the option of an extended register, so that it differs from the shifts 0 to 3. */
  static final int EXTENDED = 4;

  private static final int WIDE = 1 << 10;
  private static final int INVERTED = 1 << 13;
  private static final int IMMEDIATE = 1 << 12;
  private static final int SUBTRACTS = 1 << 11;

  private final long[] x;

  IntegerUnit(CpuState cpu) {
    this.x = cpu.x;
  }

  /**
   * How operand m is transformed, and what is done with it: bits 0-3 kind, 4-9 amount, 10 wide, 11-12 opc, 13 inverted.
   */
  static long operand(int kind, int amount, boolean wide, int opc, boolean inverted) {
    return kind | amount << 4 | (wide ? WIDE : 0) | opc << 11 | (inverted ? INVERTED : 0);
  }

  /**
   * A conditional comparison: bits 0-3 flags otherwise, 10 wide, 11 subtracts, 12 m is a value, from 16 the condition.
   */
  static long comparison(int holds, int otherwise, boolean wide, boolean subtracts, boolean immediate) {
    return (long) holds << 16
        | otherwise
        | (wide ? WIDE : 0)
        | (subtracts ? SUBTRACTS : 0)
        | (immediate ? IMMEDIATE : 0);
  }

  /**
   * Executes one operation between {@link Op#FIRST_INTEGER} and {@link Op#LAST_INTEGER}.
   *
   * @return the new flags
   */
  int execute(int insn, long imm, int nzcv) {
    int d = Op.d(insn);
    long n = x[Op.n(insn)];
    long m = x[Op.m(insn)];
    switch (insn >>> Op.SHIFT) {
      case Op.ADDSUB_OPERAND -> {
        return addSub(d, n, m, (int) imm, nzcv);
      }
      case Op.LOGIC_OPERAND -> {
        return logic(d, n, m, (int) imm, nzcv);
      }
      case Op.ADC -> {
        return addWithCarry(d, n, m, (int) imm, nzcv);
      }
      case Op.CCMP -> {
        return conditionalCompare(n, Op.m(insn), (int) (imm >>> 16), (int) imm & 0xffff, nzcv);
      }
      case Op.CSINV64 -> x[d] = chosen(imm, nzcv) ? n : ~m;
      case Op.CSINV32 -> x[d] = (chosen(imm, nzcv) ? n : ~m) & 0xffffffffL;
      case Op.CSNEG64 -> x[d] = chosen(imm, nzcv) ? n : -m;
      case Op.CSNEG32 -> x[d] = (chosen(imm, nzcv) ? n : -m) & 0xffffffffL;
      case Op.BFM64 -> x[d] = x[d] & ~imm | Long.rotateRight(n, Op.m(insn)) & imm;
      case Op.BFM32 -> x[d] =
          (x[d] & ~imm | Integer.rotateRight((int) n, Op.m(insn)) & imm) & 0xffffffffL;
      case Op.EXTR64 -> x[d] = imm == 0 ? m : m >>> imm | n << -imm;
      case Op.EXTR32 -> x[d] = ((n << 32 | m & 0xffffffffL) >>> imm) & 0xffffffffL;
      case Op.RORV64 -> x[d] = Long.rotateRight(n, (int) m);
      case Op.RORV32 -> x[d] = Integer.rotateRight((int) n, (int) m) & 0xffffffffL;
      case Op.SMSUBL -> x[d] = x[(int) imm] - (long) (int) n * (int) m;
      case Op.UMADDL -> x[d] = x[(int) imm] + (n & 0xffffffffL) * (m & 0xffffffffL);
      case Op.UMSUBL -> x[d] = x[(int) imm] - (n & 0xffffffffL) * (m & 0xffffffffL);
      case Op.SMULH -> x[d] = Math.multiplyHigh(n, m);
      case Op.UMULH -> x[d] = Math.unsignedMultiplyHigh(n, m);
      case Op.SDIV64 -> x[d] = m == 0 ? 0 : n / m;
      case Op.SDIV32 -> x[d] = (int) m == 0 ? 0 : ((int) n / (int) m) & 0xffffffffL;
      case Op.UDIV64 -> x[d] = m == 0 ? 0 : Long.divideUnsigned(n, m);
      case Op.UDIV32 -> x[d] = (int) m == 0 ? 0 : (n & 0xffffffffL) / (m & 0xffffffffL);
      default -> x[d] = oneSource(insn >>> Op.SHIFT, n);
    }
    return nzcv;
  }

  private static long oneSource(int op, long n) {
    return switch (op) {
      case Op.CLZ64 -> Long.numberOfLeadingZeros(n);
      case Op.CLZ32 -> Integer.numberOfLeadingZeros((int) n);
      case Op.CLS64 -> Long.numberOfLeadingZeros(n ^ n >> 63) - 1;
      case Op.CLS32 -> Integer.numberOfLeadingZeros((int) n ^ (int) n >> 31) - 1;
      case Op.RBIT64 -> Long.reverse(n);
      case Op.RBIT32 -> Integer.reverse((int) n) & 0xffffffffL;
      case Op.REV64 -> Long.reverseBytes(n);
      case Op.REV32 -> Integer.reverseBytes((int) n) & 0xffffffffL;
      case Op.REV16_64 -> swapBytes(n);
      case Op.REV16_32 -> swapBytes(n) & 0xffffffffL;
      case Op.REV32_64 -> Long.rotateLeft(Long.reverseBytes(n), 32);
      default -> throw new IllegalStateException("no integer operation: " + op);
    };
  }

  private static long swapBytes(long n) {
    return (n & 0x00ff00ff00ff00ffL) << 8 | n >>> 8 & 0x00ff00ff00ff00ffL;
  }

  private int addSub(int d, long n, long m, int how, int nzcv) {
    boolean wide = (how & WIDE) != 0;
    long operand = transform(m, how & 15, how >>> 4 & 63, wide);
    boolean subtracts = (how >>> 11 & 2) != 0;
    long result = subtracts ? n - operand : n + operand;
    x[d] = wide ? result : result & 0xffffffffL;
    if ((how >>> 11 & 1) == 0) {
      return nzcv;
    }
    long second = subtracts ? ~operand : operand;
    return wide ? Conditions.ofSum(n, second, result) : Conditions.ofSum((int) n, (int) second, (int) result);
  }

  private int logic(int d, long n, long m, int how, int nzcv) {
    boolean wide = (how & WIDE) != 0;
    long operand = transform(m, how & 15, how >>> 4 & 63, wide);
    if ((how & INVERTED) != 0) {
      operand = ~operand;
    }
    int opc = how >>> 11 & 3;
    long result =
        switch (opc) {
          case 1 -> n | operand;
          case 2 -> n ^ operand;
          default -> n & operand;
        };
    x[d] = wide ? result : result & 0xffffffffL;
    if (opc != 3) {
      return nzcv;
    }
    return wide ? Conditions.ofResult(result) : Conditions.ofResult((int) result);
  }

  /** The operand m, shifted within its width or extended from a part of it, then shifted left. */
  static long transform(long m, int kind, int amount, boolean wide) {
    return switch (kind) {
      case 0 -> m << amount;
      case 1 -> wide ? m >>> amount : (m & 0xffffffffL) >>> amount;
      case 2 -> wide ? m >> amount : (int) m >> amount;
      case 3 -> wide ? Long.rotateRight(m, amount) : Integer.rotateRight((int) m, amount);
      case EXTENDED -> (m & 0xff) << amount;
      case EXTENDED + 1 -> (m & 0xffff) << amount;
      case EXTENDED + 2 -> (m & 0xffffffffL) << amount;
      case EXTENDED + 4 -> (long) (byte) m << amount;
      case EXTENDED + 5 -> (long) (short) m << amount;
      case EXTENDED + 6 -> (long) (int) m << amount;
      default -> m << amount;
    };
  }

  /** {@code how}: bit 0 sets flags, 1 subtracts, 2 wide. */
  private int addWithCarry(int d, long n, long m, int how, int nzcv) {
    long second = (how & 2) != 0 ? ~m : m;
    long result = n + second + (nzcv >>> 1 & 1);
    boolean wide = (how & 4) != 0;
    x[d] = wide ? result : result & 0xffffffffL;
    if ((how & 1) == 0) {
      return nzcv;
    }
    return wide ? Conditions.ofSum(n, second, result) : Conditions.ofSum((int) n, (int) second, (int) result);
  }

  private int conditionalCompare(long n, int m, int holds, int how, int nzcv) {
    if ((holds >>> nzcv & 1) == 0) {
      return how & 15;
    }
    long operand = (how & IMMEDIATE) != 0 ? m : x[m];
    long second = (how & SUBTRACTS) != 0 ? ~operand : operand;
    long result = n + second + ((how & SUBTRACTS) != 0 ? 1 : 0);
    return (how & WIDE) != 0
        ? Conditions.ofSum(n, second, result)
        : Conditions.ofSum((int) n, (int) second, (int) result);
  }

  private static boolean chosen(long holds, int nzcv) {
    return (holds >>> nzcv & 1) != 0;
  }
}
