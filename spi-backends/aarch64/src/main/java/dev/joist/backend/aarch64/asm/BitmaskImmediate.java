package dev.joist.backend.aarch64.asm;

/**
 * The immediates of logical instructions: a run of ones, rotated, repeated to fill the register in
 * elements of 2, 4, 8, 16, 32 or 64 bits. All zeros and all ones are not among them.
 */
public final class BitmaskImmediate {
  /** What {@link #encode} answers for a value that is no bitmask immediate. */
  public static final int NONE = -1;

  private BitmaskImmediate() {}

  /** True if a logical instruction of that size can hold the value; for W the upper half is ignored. */
  public static boolean isEncodable(Size size, long value) {
    return encode(size, value) != NONE;
  }

  /** The 13 bits N:immr:imms for the value, or {@link #NONE}. For W the upper half of the value is ignored. */
  public static int encode(Size size, long value) {
    long bits = size == Size.W ? (value & 0xffff_ffffL) | value << 32 : value;
    if (bits == 0 || bits == -1) {
      return NONE;
    }
    // Rotate so that a run of ones starts at bit 0 and bit 63 is a zero; then run and period can be counted.
    int rotation = Long.numberOfTrailingZeros(bits & ~Long.rotateLeft(bits, 1));
    long normal = Long.rotateRight(bits, rotation);
    int ones = Long.numberOfTrailingZeros(~normal);
    long rest = normal >>> ones;
    int element = rest == 0 ? 64 : ones + Long.numberOfTrailingZeros(rest);
    if (Integer.bitCount(element) != 1 || Long.rotateRight(bits, element & 63) != bits) {
      return NONE;
    }
    int immr = -rotation & element - 1;
    int imms = (-element << 1 | ones - 1) & 0x3f;
    int n = element >> 6;
    return n << 12 | immr << 6 | imms;
  }

  /** The value that the 13 bits N:immr:imms stand for; {@code -1} if they are reserved. */
  public static long decode(Size size, int encoded) {
    int n = encoded >> 12 & 1;
    int immr = encoded >> 6 & 0x3f;
    int imms = encoded & 0x3f;
    int length = 31 - Integer.numberOfLeadingZeros(n << 6 | ~imms & 0x3f);
    if (length < 1 || size == Size.W && n == 1) {
      return -1;
    }
    int element = 1 << length;
    int ones = (imms & element - 1) + 1;
    if (ones == element) {
      return -1;
    }
    int rotation = immr & element - 1;
    long mask = element == 64 ? -1 : (1L << element) - 1;
    long run = (1L << ones) - 1;
    long value = rotation == 0 ? run : (run >>> rotation | run << element - rotation) & mask;
    for (int width = element; width < size.bits(); width <<= 1) {
      value |= value << width;
    }
    return value;
  }
}
