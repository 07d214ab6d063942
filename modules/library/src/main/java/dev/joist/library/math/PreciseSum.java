package dev.joist.library.math;

import java.math.BigDecimal;

/** The sum of numbers as if it were rounded only once, at the end. */
final class PreciseSum {
  private BigDecimal finite = BigDecimal.ZERO;
  /** NaN and infinities added; 0 when there were none. */
  private double special;
  private boolean onlyMinusZeros = true;

  void add(double number) {
    if (!Double.isFinite(number)) {
      special += number;
    } else if (number != 0) {
      finite = finite.add(new BigDecimal(number));
    }
    onlyMinusZeros &= number == 0 && 1 / number < 0;
  }

  double value() {
    if (special != 0) {
      return special;
    }
    return onlyMinusZeros ? -0.0 : finite.doubleValue();
  }
}
