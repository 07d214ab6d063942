package dev.joist.host.simulator;

/** What the procedure call standard (AAPCS64) asks of a callee, checked on return and used against callers. */
final class CallContract {
  private static final int FIRST_SAVED = 18;
  private static final int LAST_SAVED = 29;
  private static final int FIRST_SAVED_VECTOR = 8;
  private static final int LAST_SAVED_VECTOR = 15;
  /** No addresses and no sensible numbers; the last digits tell the register. */
  private static final long[] NONSENSE = numbered(0xbad0_bad0_bad0_0000L);
  /** Signalling NaNs; the last digits tell the register. */
  private static final long[] NONSENSE_DOUBLES = numbered(0x7ff4_bad0_bad0_0000L);

  private final long[] x = new long[LAST_SAVED + 1];
  private final long[] v = new long[LAST_SAVED_VECTOR + 1];
  private final long sp;

  /** Remembers what must be there again when the callee returns. */
  CallContract(CpuState cpu) {
    System.arraycopy(cpu.x, 0, x, 0, x.length);
    System.arraycopy(cpu.v, 0, v, 0, v.length);
    sp = cpu.x[CpuState.SP];
  }

  private static long[] numbered(long pattern) {
    long[] values = new long[32];
    for (int n = 0; n < values.length; n++) {
      values[n] = pattern + n;
    }
    return values;
  }

  /** The registers that the callee changed and must not, as text; empty when there is none. */
  String violations(CpuState cpu) {
    StringBuilder text = new StringBuilder();
    for (int n = FIRST_SAVED; n <= LAST_SAVED; n++) {
      compare("x" + n, x[n], cpu.x[n], text);
    }
    for (int n = FIRST_SAVED_VECTOR; n <= LAST_SAVED_VECTOR; n++) {
      compare("d" + n, v[n], cpu.v[n], text);
    }
    compare("sp", sp, cpu.x[CpuState.SP], text);
    return text.toString();
  }

  private static void compare(String name, long was, long is, StringBuilder text) {
    if (was != is) {
      text.append(text.isEmpty() ? "" : ", ").append("%s was 0x%x and is 0x%x".formatted(name, was, is));
    }
  }

  void restore(CpuState cpu) {
    System.arraycopy(x, FIRST_SAVED, cpu.x, FIRST_SAVED, x.length - FIRST_SAVED);
    System.arraycopy(v, FIRST_SAVED_VECTOR, cpu.v, FIRST_SAVED_VECTOR, v.length - FIRST_SAVED_VECTOR);
    cpu.x[CpuState.SP] = sp;
  }

  /** Puts nonsense into all registers that a callee may change, so that no code lives off what they happen to hold. */
  static void scramble(CpuState cpu) {
    System.arraycopy(NONSENSE, 0, cpu.x, 0, FIRST_SAVED);
    cpu.x[CpuState.LR] = NONSENSE[CpuState.LR];
    System.arraycopy(NONSENSE_DOUBLES, 0, cpu.v, 0, FIRST_SAVED_VECTOR);
    int next = LAST_SAVED_VECTOR + 1;
    System.arraycopy(NONSENSE_DOUBLES, next, cpu.v, next, NONSENSE_DOUBLES.length - next);
    System.arraycopy(NONSENSE_DOUBLES, 0, cpu.vHigh, 0, NONSENSE_DOUBLES.length);
    cpu.nzcv = ~cpu.nzcv & 15;
  }
}
