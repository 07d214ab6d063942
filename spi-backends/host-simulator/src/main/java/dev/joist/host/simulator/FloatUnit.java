package dev.joist.host.simulator;

/** Scalar arithmetic on doubles and singles, rounding to nearest; the frequent forms are in {@link ExecutionLoop}. */
final class FloatUnit {
  private static final int UNORDERED = Conditions.C | Conditions.V;

  private final CpuState cpu;
  private final long[] v;
  private final long[] vHigh;

  FloatUnit(CpuState cpu) {
    this.cpu = cpu;
    this.v = cpu.v;
    this.vHigh = cpu.vHigh;
  }

  /**
   * Executes one operation between {@link Op#FIRST_FLOAT} and {@link Op#LAST_ARITHMETIC}.
   *
   * @return the new flags
   */
  int execute(int insn, long imm, int nzcv) {
    int op = insn >>> Op.SHIFT;
    int d = Op.d(insn);
    long n = v[Op.n(insn)];
    long m = v[Op.m(insn)];
    boolean isDouble = (op & 1) != 0;
    switch (op & -2) {
      case Op.FCMP -> {
        return isDouble ? compareDoubles(n, d == 1 ? 0 : m) : compareSingles(n, d == 1 ? 0 : m);
      }
      case Op.FCCMP -> {
        if ((imm >>> nzcv & 1) == 0) {
          return d;
        }
        return isDouble ? compareDoubles(n, m) : compareSingles(n, m);
      }
      case Op.FCSEL -> put(d, isDouble, (imm >>> nzcv & 1) != 0 ? n : m);
      case Op.FMOV -> put(d, isDouble, n);
      case Op.FMOV_CONSTANT -> put(d, true, imm);
      case Op.FABS -> put(d, isDouble, isDouble ? n & Long.MAX_VALUE : n & 0x7fffffff);
      case Op.FNEG -> put(d, isDouble, isDouble ? n ^ Long.MIN_VALUE : n ^ 0x80000000L);
      case Op.FRINT -> put(d, isDouble, isDouble ? roundDouble(n, Op.m(insn)) : roundSingle((int) n, Op.m(insn)));
      case Op.FSQRT -> put(d, isDouble, isDouble ? rootDouble(n) : rootSingle((int) n));
      case Op.FMADD -> put(d, isDouble, multiplyAdd(isDouble, v[(int) imm], n, m, false, false));
      case Op.FMSUB -> put(d, isDouble, multiplyAdd(isDouble, v[(int) imm], n, m, false, true));
      case Op.FNMADD -> put(d, isDouble, multiplyAdd(isDouble, v[(int) imm], n, m, true, true));
      case Op.FNMSUB -> put(d, isDouble, multiplyAdd(isDouble, v[(int) imm], n, m, true, false));
      default -> put(d, isDouble, isDouble ? twoDoubles(op, n, m) : twoSingles(op, (int) n, (int) m));
    }
    return nzcv;
  }

  void add(int insn) {
    long a = v[Op.n(insn)];
    long b = v[Op.m(insn)];
    putDouble(insn, a, b, Double.longBitsToDouble(a) + Double.longBitsToDouble(b));
  }

  void subtract(int insn) {
    long a = v[Op.n(insn)];
    long b = v[Op.m(insn)];
    putDouble(insn, a, b, Double.longBitsToDouble(a) - Double.longBitsToDouble(b));
  }

  void multiply(int insn) {
    long a = v[Op.n(insn)];
    long b = v[Op.m(insn)];
    putDouble(insn, a, b, Double.longBitsToDouble(a) * Double.longBitsToDouble(b));
  }

  void divide(int insn) {
    long a = v[Op.n(insn)];
    long b = v[Op.m(insn)];
    putDouble(insn, a, b, Double.longBitsToDouble(a) / Double.longBitsToDouble(b));
  }

  private void putDouble(int insn, long a, long b, double result) {
    int d = Op.d(insn);
    v[d] = result == result ? Double.doubleToRawLongBits(result) : nan(a, b);
    vHigh[d] = 0;
  }

  /** The bits of the NaN that a double operation on two operands yields. */
  private long nan(long a, long b) {
    return Nan.of(a, b, cpu.defaultNan());
  }

  static int compareDoubles(long a, long b) {
    double x = Double.longBitsToDouble(a);
    double y = Double.longBitsToDouble(b);
    return x < y ? Conditions.N : x == y ? Conditions.Z | Conditions.C : x > y ? Conditions.C : UNORDERED;
  }

  private static int compareSingles(long a, long b) {
    float x = Float.intBitsToFloat((int) a);
    float y = Float.intBitsToFloat((int) b);
    return x < y ? Conditions.N : x == y ? Conditions.Z | Conditions.C : x > y ? Conditions.C : UNORDERED;
  }

  private void put(int d, boolean isDouble, long bits) {
    v[d] = isDouble ? bits : bits & 0xffffffffL;
    vHigh[d] = 0;
  }

  private long twoDoubles(int op, long a, long b) {
    double x = Double.longBitsToDouble(a);
    double y = Double.longBitsToDouble(b);
    switch (op & -2) {
      case Op.FNMUL -> {
        double product = x * y;
        return (product != product ? nan(a, b) : Double.doubleToRawLongBits(product)) ^ Long.MIN_VALUE;
      }
      case Op.FMAXNM, Op.FMINNM -> {
        if (Nan.isNan(a) != Nan.isNan(b) && !Nan.isSignalling(a) && !Nan.isSignalling(b)) {
          return Nan.isNan(a) ? b : a;
        }
      }
      default -> { }
    }
    double result =
        switch (op & -2) {
          case Op.FADD -> x + y;
          case Op.FSUB -> x - y;
          case Op.FMUL -> x * y;
          case Op.FDIV -> x / y;
          case Op.FMAX, Op.FMAXNM -> Math.max(x, y);
          case Op.FMIN, Op.FMINNM -> Math.min(x, y);
          default -> throw new IllegalStateException("no operation on doubles: " + op);
        };
    return result != result ? nan(a, b) : Double.doubleToRawLongBits(result);
  }

  private long twoSingles(int op, int a, int b) {
    float x = Float.intBitsToFloat(a);
    float y = Float.intBitsToFloat(b);
    switch (op & -2) {
      case Op.FNMUL -> {
        float product = x * y;
        return (product != product ? nan(a, b) : Float.floatToRawIntBits(product)) ^ 0x80000000;
      }
      case Op.FMAXNM, Op.FMINNM -> {
        if (Nan.isNan(a) != Nan.isNan(b) && !Nan.isSignalling(a) && !Nan.isSignalling(b)) {
          return Nan.isNan(a) ? b : a;
        }
      }
      default -> { }
    }
    float result =
        switch (op & -2) {
          case Op.FADD -> x + y;
          case Op.FSUB -> x - y;
          case Op.FMUL -> x * y;
          case Op.FDIV -> x / y;
          case Op.FMAX, Op.FMAXNM -> Math.max(x, y);
          case Op.FMIN, Op.FMINNM -> Math.min(x, y);
          default -> throw new IllegalStateException("no operation on singles: " + op);
        };
    return result != result ? nan(a, b) : Float.floatToRawIntBits(result);
  }

  private int nan(int a, int b) {
    return Nan.of(a, b, cpu.defaultNan());
  }

  /** {@code addend + a * b}, with the addend or the product negated before anything else. */
  private long multiplyAdd(boolean isDouble, long addend, long a, long b, boolean minusAddend, boolean minusProduct) {
    if (isDouble) {
      long c = minusAddend ? addend ^ Long.MIN_VALUE : addend;
      long n = minusProduct ? a ^ Long.MIN_VALUE : a;
      double result =
          Math.fma(Double.longBitsToDouble(n), Double.longBitsToDouble(b), Double.longBitsToDouble(c));
      return result != result ? Nan.ofMultiplyAdd(c, n, b, cpu.defaultNan()) : Double.doubleToRawLongBits(result);
    }
    int c = (int) addend ^ (minusAddend ? 0x80000000 : 0);
    int n = (int) a ^ (minusProduct ? 0x80000000 : 0);
    float result = Math.fma(Float.intBitsToFloat(n), Float.intBitsToFloat((int) b), Float.intBitsToFloat(c));
    return result != result ? Nan.ofMultiplyAdd(c, n, (int) b, cpu.defaultNan()) : Float.floatToRawIntBits(result);
  }

  private long roundDouble(long n, int rounding) {
    double result = Rounding.round(Double.longBitsToDouble(n), rounding);
    return result != result ? nan(n, n) : Double.doubleToRawLongBits(result);
  }

  private long roundSingle(int n, int rounding) {
    float result = (float) Rounding.round(Float.intBitsToFloat(n), rounding);
    return result != result ? nan(n, n) : Float.floatToRawIntBits(result);
  }

  private long rootDouble(long n) {
    double result = Math.sqrt(Double.longBitsToDouble(n));
    return result != result ? nan(n, n) : Double.doubleToRawLongBits(result);
  }

  private long rootSingle(int n) {
    // A double has more than twice the bits of a single and two more: rounding twice is rounding once.
    float result = (float) Math.sqrt(Float.intBitsToFloat(n));
    return result != result ? nan(n, n) : Float.floatToRawIntBits(result);
  }
}
