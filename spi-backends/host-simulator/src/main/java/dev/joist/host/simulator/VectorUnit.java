package dev.joist.host.simulator;

/** The few vector instructions that scalar code uses: constants, moves, bit operations and the population count. */
final class VectorUnit {
  private final long[] v;
  private final long[] vHigh;

  VectorUnit(CpuState cpu) {
    this.v = cpu.v;
    this.vHigh = cpu.vHigh;
  }

  /** Executes one operation between {@link Op#FIRST_VECTOR} and {@link Op#LAST_VECTOR}. */
  void execute(int insn, long imm) {
    int op = insn >>> Op.SHIFT;
    int d = Op.d(insn);
    int n = Op.n(insn);
    boolean both = imm != 0;
    switch (op) {
      case Op.VECTOR_CONSTANT -> put(d, imm, n == 1 ? imm : 0);
      case Op.VECTOR_CNT -> put(d, countBits(v[n]), both ? countBits(vHigh[n]) : 0);
      case Op.VECTOR_ADDV -> put(d, sumBytes(n, both) & 0xff, 0);
      case Op.VECTOR_NOT -> put(d, ~v[n], both ? ~vHigh[n] : 0);
      case Op.VECTOR_UADDLV -> put(d, sumBytes(n, both), 0);
      default -> {
        int m = Op.m(insn);
        put(d, combine(op, v[n], v[m]), both ? combine(op, vHigh[n], vHigh[m]) : 0);
      }
    }
  }

  private void put(int d, long low, long high) {
    v[d] = low;
    vHigh[d] = high;
  }

  private static long combine(int op, long n, long m) {
    return switch (op) {
      case Op.VECTOR_AND -> n & m;
      case Op.VECTOR_BIC -> n & ~m;
      case Op.VECTOR_ORR -> n | m;
      case Op.VECTOR_ORN -> n | ~m;
      case Op.VECTOR_EOR -> n ^ m;
      default -> throw new IllegalStateException("no vector operation: " + op);
    };
  }

  private static long countBits(long bytes) {
    long counts = 0;
    for (int shift = 0; shift < 64; shift += 8) {
      counts |= (long) Long.bitCount(bytes >>> shift & 0xff) << shift;
    }
    return counts;
  }

  private long sumBytes(int n, boolean both) {
    long sum = 0;
    for (int shift = 0; shift < 64; shift += 8) {
      sum += (v[n] >>> shift & 0xff) + (both ? vHigh[n] >>> shift & 0xff : 0);
    }
    return sum;
  }
}
