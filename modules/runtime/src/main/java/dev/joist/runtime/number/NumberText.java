package dev.joist.runtime.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers to text. Source: ECMAScript 2025, 6.1.6.1.20 Number::toString and 21.1.3 Number.prototype. */
public final class NumberText {
  private static final double PLAIN_LIMIT = 1e21;
  private static final double TWO_TO_53 = 0x1p53;

  private NumberText() {}

  /** Number::toString(value, 10). */
  public static String toString(double value) {
    int integer = (int) value;
    if (integer == value) {
      return Integer.toString(integer);
    }
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    StringBuilder out = new StringBuilder(25);
    DecimalDigits digits = DecimalDigits.shortest(sign(value, out));
    if (digits.point() > 21 || digits.point() <= -6) {
      digits.appendExponential(out);
    } else {
      digits.appendPlain(out);
    }
    return out.toString();
  }

  /**
   * Number::toString(value, radix). The standard leaves the digits of fractions open for other radices than ten: as many as are needed to
   * tell the number from its neighbours.
   *
   * @param radix 2 to 36
   */
  public static String toString(double value, int radix) {
    if (radix == 10 || Double.isNaN(value) || Double.isInfinite(value)) {
      return toString(value);
    }
    int small = (int) value;
    if (small == value) {
      return Integer.toString(small, radix);
    }
    StringBuilder sign = new StringBuilder(1);
    double magnitude = sign(value, sign);
    double integer = Math.floor(magnitude);
    StringBuilder fraction = new StringBuilder();
    if (appendFraction(magnitude, magnitude - integer, radix, fraction)) {
      integer += 1;
    }
    StringBuilder reversed = new StringBuilder();
    appendIntegerReversed(integer, radix, reversed);
    return sign.append(reversed.reverse()).append(fraction).toString();
  }

  /** Appends point and digits, if there are any; true when rounding carries into the integer part. */
  private static boolean appendFraction(double magnitude, double start, int radix, StringBuilder out) {
    double fraction = start;
    double halfGap = Math.max(Double.MIN_VALUE, 0.5 * (Math.nextUp(magnitude) - magnitude));
    if (fraction < halfGap) {
      return false;
    }
    out.append('.');
    do {
      fraction *= radix;
      halfGap *= radix;
      int digit = (int) fraction;
      out.append(Character.forDigit(digit, radix));
      fraction -= digit;
      boolean roundsUp = fraction > 0.5 || (fraction == 0.5 && (digit & 1) != 0);
      if (roundsUp && fraction + halfGap > 1) {
        return carry(radix, out);
      }
    } while (fraction >= halfGap);
    return false;
  }

  /** Adds one to the last digit written; true when that runs over into the integer part (then nothing is left). */
  private static boolean carry(int radix, StringBuilder out) {
    for (int last = out.length() - 1; last > 0; last--) {
      int digit = Character.digit(out.charAt(last), radix);
      out.setLength(last);
      if (digit + 1 < radix) {
        out.append(Character.forDigit(digit + 1, radix));
        return false;
      }
    }
    out.setLength(0);
    return true;
  }

  private static void appendIntegerReversed(double start, int radix, StringBuilder out) {
    double integer = start;
    while (integer / radix >= TWO_TO_53) {
      integer /= radix;
      out.append('0');
    }
    do {
      double remainder = integer % radix;
      out.append(Character.forDigit((int) remainder, radix));
      integer = (integer - remainder) / radix;
    } while (integer > 0);
  }

  /**
   * Number.prototype.toFixed.
   *
   * @param digits after the point: 0 to 100
   */
  public static String toFixed(double value, int digits) {
    if (!(Math.abs(value) < PLAIN_LIMIT)) {
      return toString(value);
    }
    StringBuilder out = new StringBuilder();
    BigDecimal magnitude = new BigDecimal(sign(value, out));
    return out.append(magnitude.setScale(digits, RoundingMode.HALF_UP).toPlainString()).toString();
  }

  /**
   * Number.prototype.toExponential.
   *
   * @param digits after the point: 0 to 100; -1 for as many as are needed
   */
  public static String toExponential(double value, int digits) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return toString(value);
    }
    StringBuilder out = new StringBuilder();
    double magnitude = sign(value, out);
    DecimalDigits decimal;
    if (magnitude == 0) {
      decimal = new DecimalDigits("0".repeat(Math.max(digits, 0) + 1), 1);
    } else {
      decimal = digits < 0 ? DecimalDigits.shortest(magnitude) : DecimalDigits.rounded(magnitude, digits + 1);
    }
    decimal.appendExponential(out);
    return out.toString();
  }

  /**
   * Number.prototype.toPrecision.
   *
   * @param precision significant digits: 1 to 100
   */
  public static String toPrecision(double value, int precision) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return toString(value);
    }
    StringBuilder out = new StringBuilder();
    double magnitude = sign(value, out);
    DecimalDigits decimal = magnitude == 0 ? new DecimalDigits("0".repeat(precision), 1) : DecimalDigits.rounded(magnitude, precision);
    int exponent = decimal.point() - 1;
    if (exponent < -6 || exponent >= precision) {
      decimal.appendExponential(out);
    } else {
      decimal.appendPlain(out);
    }
    return out.toString();
  }

  /** Writes the minus sign of a negative number (-0 is none) and returns the magnitude. */
  private static double sign(double value, StringBuilder out) {
    if (value < 0) {
      out.append('-');
    }
    return Math.abs(value);
  }
}
