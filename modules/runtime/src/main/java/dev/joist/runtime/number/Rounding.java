package dev.joist.runtime.number;

/** How JavaScript rounds. */
public final class Rounding {
  private static final double ALL_INTEGERS = 0x1p52;

  private Rounding() {}

  /** Math.round: the nearest integer, ties towards +∞; keeps -0. */
  public static double halfUp(double x) {
    if (!(Math.abs(x) < ALL_INTEGERS) || x == 0) {
      return x;
    }
    double floor = Math.floor(x);
    return Math.copySign(x - floor >= 0.5 ? floor + 1 : floor, x);
  }
}
