package dev.joist.javascript.source;

import java.math.BigDecimal;

/** ECMAScript's Number::toString in base 10, for numbers that are property keys in the source. */
public final class NumberKeys {
  private NumberKeys() {}

  /** The property key that a number names: {@code 1e3} is {@code "1000"}, {@code .5} is {@code "0.5"}. */
  public static String toKey(double value) {
    if (value == 0) {
      return "0";
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }
    // Since JDK 19 Double.toString gives the shortest digits that identify the number, as ECMAScript wants.
    BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int k = digits.length();
    int n = k - shortest.scale();
    String sign = value < 0 ? "-" : "";
    if (k <= n && n <= 21) {
      return sign + digits + "0".repeat(n - k);
    }
    if (0 < n && n <= 21) {
      return sign + digits.substring(0, n) + "." + digits.substring(n);
    }
    if (-6 < n && n <= 0) {
      return sign + "0." + "0".repeat(-n) + digits;
    }
    String exponent = (n > 0 ? "e+" : "e-") + Math.abs(n - 1);
    return sign + digits.charAt(0) + (k == 1 ? "" : "." + digits.substring(1)) + exponent;
  }
}
