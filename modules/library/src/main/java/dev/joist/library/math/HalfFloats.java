package dev.joist.library.math;

/** Numbers of IEEE 754's binary16. */
public final class HalfFloats {
  private HalfFloats() {}

  /** The bits of the nearest one; of two, the even one. */
  public static int bits(double number) {
    return Float.floatToFloat16(roundedToOdd(number)) & 0xFFFF;
  }

  /** The nearest one. */
  public static double round(double number) {
    return Float.float16ToFloat((short) bits(number));
  }

  /** A float whose last bit says whether anything was lost, so that rounding once more comes to what rounding once would have. */
  private static float roundedToOdd(double number) {
    float rounded = (float) number;
    int bits = Float.floatToRawIntBits(rounded);
    if (rounded == number || Double.isNaN(number) || Float.isInfinite(rounded) || (bits & 1) != 0) {
      return rounded;
    }
    return Float.intBitsToFloat(Math.abs((double) rounded) < Math.abs(number) ? bits + 1 : bits - 1);
  }
}
