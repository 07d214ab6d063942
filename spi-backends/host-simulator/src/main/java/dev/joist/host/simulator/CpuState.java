package dev.joist.host.simulator;

/**
 * The architectural state of the simulated processor. A trap handler reads its arguments here; between runs a test may
 * set any register.
 */
public final class CpuState {
  /** Where the zero register is read. */
  static final int ZR = 31;
  /** The stack pointer. */
  static final int SP = 32;
  /** Where writes to the zero register go. */
  static final int SINK = 33;
  static final int LR = 30;

  private static final int FPCR_DEFAULT_NAN = 1 << 25;

  final long[] x = new long[64];
  /** The low and the high halves of the vector registers. */
  final long[] v = new long[32];
  final long[] vHigh = new long[32];
  int nzcv;
  int fpcr;
  long pc;
  long executed;

  CpuState() {}

  /** General register {@code n}, 0 to 30, or 31 for the zero register. */
  public long x(int n) {
    return x[general(n)];
  }

  /** Sets general register {@code n}, 0 to 30. */
  public void setX(int n, long value) {
    x[general(n) == ZR ? SINK : n] = value;
  }

  /** The stack pointer. */
  public long sp() {
    return x[SP];
  }

  /** Sets the stack pointer. */
  public void setSp(long value) {
    x[SP] = value;
  }

  /** The low 64 bits of vector register {@code n}, 0 to 31, as a double. */
  public double d(int n) {
    return Double.longBitsToDouble(v[general(n)]);
  }

  /** Sets vector register {@code n}, 0 to 31, to a double; its high half becomes zero. */
  public void setD(int n, double value) {
    setVector(n, Double.doubleToRawLongBits(value), 0);
  }

  /** The low 64 bits of vector register {@code n}. */
  public long vectorLow(int n) {
    return v[general(n)];
  }

  /** The high 64 bits of vector register {@code n}. */
  public long vectorHigh(int n) {
    return vHigh[general(n)];
  }

  /** Sets both halves of vector register {@code n}. */
  public void setVector(int n, long low, long high) {
    v[general(n)] = low;
    vHigh[n] = high;
  }

  /** The condition flags, N in bit 3, Z in bit 2, C in bit 1, V in bit 0. */
  public int nzcv() {
    return nzcv;
  }

  /** Sets the condition flags, laid out as {@link #nzcv()} says. */
  public void setNzcv(int flags) {
    nzcv = flags & 15;
  }

  /** The address of the instruction executed last, as far as it was written back: exact in a trap handler. */
  public long pc() {
    return pc;
  }

  /** How many instructions were executed since the simulator was made, exact in trap handlers and between runs. */
  public long executed() {
    return executed;
  }

  boolean defaultNan() {
    return (fpcr & FPCR_DEFAULT_NAN) != 0;
  }

  /** Only the default-NaN bit has a meaning here: other rounding modes and flushing are not modelled. */
  void setFpcr(long value) {
    if ((value & ~(long) FPCR_DEFAULT_NAN) != 0) {
      throw new Signal(
          FaultKind.UNKNOWN_INSTRUCTION,
          value,
          "msr fpcr, 0x" + Long.toHexString(value) + ": only the bit DN is modelled");
    }
    fpcr = (int) value;
  }

  private static int general(int n) {
    if (n < 0 || n > 31) {
      throw new IndexOutOfBoundsException("register " + n + " is not between 0 and 31");
    }
    return n;
  }
}
