package dev.joist.runtime.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A positive number as decimal digits: 0.d1d2d3… × 10^point, without leading or trailing zeros unless asked for.
 *
 * @param digits at least one, '0' to '9'
 * @param point how many digits stand before the decimal point (may be negative or beyond the digits)
 */
record DecimalDigits(String digits, int point) {
  /** The shortest digits that read back as the same double, the closest of them: n, k and s of Number::toString. */
  static DecimalDigits shortest(double value) {
    String text = Double.toString(value);
    int exponentAt = text.indexOf('E');
    int exponent = exponentAt < 0 ? 0 : Integer.parseInt(text, exponentAt + 1, text.length(), 10);
    String mantissa = exponentAt < 0 ? text : text.substring(0, exponentAt);
    int dot = mantissa.indexOf('.');
    String all = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    int first = 0;
    while (all.charAt(first) == '0') {
      first++;
    }
    int last = all.length();
    while (all.charAt(last - 1) == '0') {
      last--;
    }
    DecimalDigits digits = new DecimalDigits(all.substring(first, last), dot + exponent - first);
    return digits.digits.length() == 2 ? digits.inOneDigit(value) : digits;
  }

  /** Java never writes fewer than two digits, and takes the closest such; ECMAScript prefers one where one is enough. */
  private DecimalDigits inOneDigit(double value) {
    int tens = digits.charAt(0) - '0';
    int rounded = digits.charAt(1) >= '5' ? tens + 1 : tens;
    DecimalDigits candidate = rounded == 10 ? new DecimalDigits("1", point + 1) : new DecimalDigits(Integer.toString(rounded), point);
    return Double.parseDouble(candidate.digits + "E" + (candidate.point - 1)) == value ? candidate : this;
  }

  /** Exactly so many significant digits; ties go up. */
  static DecimalDigits rounded(double value, int significant) {
    BigDecimal exact = new BigDecimal(value);
    int point = exact.precision() - exact.scale();
    BigDecimal rounded = exact.setScale(significant - point, RoundingMode.HALF_UP);
    if (rounded.precision() > significant) {
      point++;
      rounded = rounded.setScale(significant - point, RoundingMode.HALF_UP);
    }
    return new DecimalDigits(rounded.unscaledValue().toString(), point);
  }

  /** d.ddde±x. */
  void appendExponential(StringBuilder out) {
    out.append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    int exponent = point - 1;
    out.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
  }

  /** ddd.ddd, with zeros wherever the point asks for them. */
  void appendPlain(StringBuilder out) {
    if (point <= 0) {
      out.append("0.").repeat('0', -point).append(digits);
    } else if (point >= digits.length()) {
      out.append(digits).repeat('0', point - digits.length());
    } else {
      out.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }
  }
}
