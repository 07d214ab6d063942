package dev.joist.host.simulator;

/** Condition codes as sets of flag values: bit {@code nzcv} is set when the condition holds under these flags. */
final class Conditions {
  static final int N = 8;
  static final int Z = 4;
  static final int C = 2;
  static final int V = 1;

  private static final int[] HOLDS = new int[16];

  static {
    for (int condition = 0; condition < 16; condition++) {
      for (int nzcv = 0; nzcv < 16; nzcv++) {
        if (holds(condition, nzcv)) {
          HOLDS[condition] |= 1 << nzcv;
        }
      }
    }
  }

  private Conditions() {}

  /** The set of flag values under which a condition code of the instruction set, 0 to 15, holds. */
  static int holding(int condition) {
    return HOLDS[condition];
  }

  private static boolean holds(int condition, int nzcv) {
    boolean n = (nzcv & N) != 0;
    boolean z = (nzcv & Z) != 0;
    boolean c = (nzcv & C) != 0;
    boolean v = (nzcv & V) != 0;
    boolean result =
        switch (condition >> 1) {
          case 0 -> z;
          case 1 -> c;
          case 2 -> n;
          case 3 -> v;
          case 4 -> c && !z;
          case 5 -> n == v;
          case 6 -> n == v && !z;
          default -> true;
        };
    return condition == 15 || result != ((condition & 1) != 0);
  }

  /** The flags of {@code a + b}, of 64 bits, with result {@code r}, the sum with or without a carry in. */
  static int ofSum(long a, long b, long r) {
    return ofResult(r)
        | (int) (((a & b) | ((a | b) & ~r)) >>> 63) << 1
        | (int) (((a ^ r) & (b ^ r)) >>> 63);
  }

  static int ofSum(int a, int b, int r) {
    return ofResult(r) | (((a & b) | ((a | b) & ~r)) >>> 31) << 1 | ((a ^ r) & (b ^ r)) >>> 31;
  }

  /** The flags of {@code a - b}, of 64 bits, with result {@code r}; C means that there was no borrow. */
  static int ofDifference(long a, long b, long r) {
    return ofSum(a, ~b, r);
  }

  static int ofDifference(int a, int b, int r) {
    return ofSum(a, ~b, r);
  }

  /** N and Z; C and V are clear. */
  static int ofResult(long r) {
    return (int) (r >>> 60) & N | (r == 0 ? Z : 0);
  }

  static int ofResult(int r) {
    return r >>> 28 & N | (r == 0 ? Z : 0);
  }
}
