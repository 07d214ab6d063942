package dev.joist.host.simulator;

/** Rounding of floating-point numbers to integral ones; the first four are numbered as in the instruction set. */
final class Rounding {
  static final int TIES_EVEN = 0;
  static final int TOWARD_PLUS = 1;
  static final int TOWARD_MINUS = 2;
  static final int TOWARD_ZERO = 3;
  static final int TIES_AWAY = 4;

  private Rounding() {}

  /** The integral number near {@code value}; zeros keep the sign of {@code value}, NaN stays NaN. */
  static double round(double value, int rounding) {
    return switch (rounding) {
      case TIES_EVEN -> Math.rint(value);
      case TOWARD_PLUS -> Math.ceil(value);
      case TOWARD_MINUS -> Math.floor(value);
      case TOWARD_ZERO -> truncate(value);
      default -> tiesAway(value);
    };
  }

  private static double truncate(double value) {
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }

  private static double tiesAway(double value) {
    double truncated = truncate(value);
    // Exact: both are multiples of the last bit of value.
    return Math.abs(value - truncated) >= 0.5 ? truncated + Math.copySign(1, value) : truncated;
  }
}
