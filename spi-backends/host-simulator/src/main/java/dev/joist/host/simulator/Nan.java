package dev.joist.host.simulator;

/**
 * Which NaN an operation yields. AArch64 passes the payload of an operand on, quieted, signalling ones first; an
 * invalid operation on numbers yields the positive default NaN. Java leaves both to the processor it runs on.
 */
final class Nan {
  static final long DEFAULT_DOUBLE = 0x7ff8000000000000L;
  static final int DEFAULT_SINGLE = 0x7fc00000;
  private static final long QUIET_DOUBLE = 1L << 51;
  private static final int QUIET_SINGLE = 1 << 22;

  private Nan() {}

  static boolean isNan(long bits) {
    return (bits & Long.MAX_VALUE) > 0x7ff0000000000000L;
  }

  static boolean isNan(int bits) {
    return (bits & Integer.MAX_VALUE) > 0x7f800000;
  }

  static boolean isSignalling(long bits) {
    return isNan(bits) && (bits & QUIET_DOUBLE) == 0;
  }

  static boolean isSignalling(int bits) {
    return isNan(bits) && (bits & QUIET_SINGLE) == 0;
  }

  /** The NaN that an operation on doubles {@code a} and {@code b} yields. */
  static long of(long a, long b, boolean defaultNan) {
    if (defaultNan) {
      return DEFAULT_DOUBLE;
    }
    if (isSignalling(a) || isNan(a) && !isSignalling(b)) {
      return a | QUIET_DOUBLE;
    }
    return isNan(b) ? b | QUIET_DOUBLE : DEFAULT_DOUBLE;
  }

  static int of(int a, int b, boolean defaultNan) {
    if (defaultNan) {
      return DEFAULT_SINGLE;
    }
    if (isSignalling(a) || isNan(a) && !isSignalling(b)) {
      return a | QUIET_SINGLE;
    }
    return isNan(b) ? b | QUIET_SINGLE : DEFAULT_SINGLE;
  }

  /** The NaN that {@code addend + a * b} yields. */
  static long ofMultiplyAdd(long addend, long a, long b, boolean defaultNan) {
    boolean signalling = isSignalling(addend) || isSignalling(a) || isSignalling(b);
    boolean invalid = isInfinity(a) && isZero(b) || isZero(a) && isInfinity(b);
    if (!signalling && invalid) {
      return DEFAULT_DOUBLE;
    }
    if (isSignalling(addend) || isNan(addend) && !signalling) {
      return of(addend, addend, defaultNan);
    }
    return of(a, b, defaultNan);
  }

  static int ofMultiplyAdd(int addend, int a, int b, boolean defaultNan) {
    boolean signalling = isSignalling(addend) || isSignalling(a) || isSignalling(b);
    boolean invalid = isInfinity(a) && isZero(b) || isZero(a) && isInfinity(b);
    if (!signalling && invalid) {
      return DEFAULT_SINGLE;
    }
    if (isSignalling(addend) || isNan(addend) && !signalling) {
      return of(addend, addend, defaultNan);
    }
    return of(a, b, defaultNan);
  }

  static int narrow(long bits, boolean defaultNan) {
    return defaultNan
        ? DEFAULT_SINGLE
        : (int) (bits >>> 32) & 0x80000000 | DEFAULT_SINGLE | (int) (bits >>> 29) & 0x3fffff;
  }

  static long widen(int bits, boolean defaultNan) {
    return defaultNan
        ? DEFAULT_DOUBLE
        : (long) (bits & 0x80000000) << 32 | DEFAULT_DOUBLE | (bits & 0x3fffffL) << 29;
  }

  private static boolean isInfinity(long bits) {
    return (bits & Long.MAX_VALUE) == 0x7ff0000000000000L;
  }

  private static boolean isInfinity(int bits) {
    return (bits & Integer.MAX_VALUE) == 0x7f800000;
  }

  private static boolean isZero(long bits) {
    return bits << 1 == 0;
  }

  private static boolean isZero(int bits) {
    return bits << 1 == 0;
  }
}
