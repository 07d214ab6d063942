package dev.joist.library.math;

/**
 * Math's functions that Java does not have. Where the standard asks only for an approximation, the formulas are those of fdlibm, which
 * {@link StrictMath} and the browsers share.
 */
final class MathFunctions {
  private static final double LARGE = 0x1p28;
  private static final double SMALL = 0x1p-28;
  private static final double LN2 = StrictMath.log(2);

  private MathFunctions() {}

  static double trunc(double x) {
    return x < 0 ? Math.ceil(x) : Math.floor(x);
  }

  static double log2(double x) {
    if (!(x > 0) || Double.isInfinite(x)) {
      return StrictMath.log(x);
    }
    int exponent = Math.getExponent(x);
    double scaled = x;
    if (exponent < Double.MIN_EXPONENT) {
      scaled = x * 0x1p54;
      exponent = Math.getExponent(scaled) - 54;
    }
    double mantissa = Math.scalb(scaled, -Math.getExponent(scaled));
    if (mantissa > Math.sqrt(2)) {
      mantissa /= 2;
      exponent++;
    }
    return exponent + StrictMath.log(mantissa) / LN2;
  }

  static double asinh(double x) {
    double a = Math.abs(x);
    if (!(a >= SMALL) || Double.isInfinite(x)) {
      return x;
    }
    double result;
    if (a > LARGE) {
      result = StrictMath.log(a) + LN2;
    } else if (a > 2) {
      result = StrictMath.log(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
    } else {
      result = StrictMath.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
    }
    return Math.copySign(result, x);
  }

  static double acosh(double x) {
    if (x < 1) {
      return Double.NaN;
    }
    if (x > LARGE) {
      return StrictMath.log(x) + LN2;
    }
    if (x > 2) {
      return StrictMath.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double t = x - 1;
    return StrictMath.log1p(t + Math.sqrt(2 * t + t * t));
  }

  static double atanh(double x) {
    double a = Math.abs(x);
    if (a > 1) {
      return Double.NaN;
    }
    if (a < SMALL || Double.isNaN(x)) {
      return x;
    }
    double twice = a + a;
    double result = a < 0.5 ? 0.5 * StrictMath.log1p(twice + twice * a / (1 - a)) : 0.5 * StrictMath.log1p(twice / (1 - a));
    return Math.copySign(result, x);
  }

  /** E itself for 1, where fdlibm's last bit is wrong and the browsers' is not. */
  static double exp(double x) {
    return x == 1 ? Math.E : StrictMath.exp(x);
  }

  static double cosh(double x) {
    return Math.abs(x) == 1 ? 0.5 * Math.E + 0.5 / Math.E : StrictMath.cosh(x);
  }

  /** Square root of the sum of squares; does not overflow on the way, and compensates for rounding. */
  static double hypot(double[] numbers) {
    double max = 0;
    boolean nan = false;
    for (double number : numbers) {
      double magnitude = Math.abs(number);
      nan |= Double.isNaN(number);
      max = Math.max(max, Double.isNaN(magnitude) ? 0 : magnitude);
    }
    if (Double.isInfinite(max)) {
      return max;
    }
    if (nan || max == 0) {
      return nan ? Double.NaN : 0;
    }
    double sum = 0;
    double compensation = 0;
    for (double number : numbers) {
      double scaled = Math.abs(number) / max;
      double summand = scaled * scaled - compensation;
      double preliminary = sum + summand;
      compensation = preliminary - sum - summand;
      sum = preliminary;
    }
    return Math.sqrt(sum) * max;
  }

  /** Number::exponentiate: unlike Java's, 1 to an infinite power is NaN. */
  static double pow(double base, double exponent) {
    return Math.abs(base) == 1 && Double.isInfinite(exponent) ? Double.NaN : StrictMath.pow(base, exponent);
  }
}
