package dev.joist.library.math;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as en-US writes them: grouped by thousands, at most three digits after the point. */
final class NumberLocale {
  private NumberLocale() {}

  static String format(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "∞" : "-∞";
    }
    DecimalFormat format = new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.US));
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    boolean negativeZero = number == 0 && 1 / number < 0;
    return negativeZero ? "-0" : format.format(BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_EVEN));
  }
}
