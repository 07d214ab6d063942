package dev.joist.backend.aarch64.asm;

import dev.joist.assembler.EncodingException;

/** Scalar floating-point moves, arithmetic, comparison, conversion and rounding. */
public final class FloatingPoint {
  private FloatingPoint() {}

  /** {@code d = n}. */
  public static int fmov(FpSize size, VReg d, VReg n) {
    return one(0x1e20_4000, size, d, n);
  }

  /** {@code d = |n|}. */
  public static int fabs(FpSize size, VReg d, VReg n) {
    return one(0x1e20_c000, size, d, n);
  }

  /** {@code d = -n}. */
  public static int fneg(FpSize size, VReg d, VReg n) {
    return one(0x1e21_4000, size, d, n);
  }

  /** {@code d =} the square root of n. */
  public static int fsqrt(FpSize size, VReg d, VReg n) {
    return one(0x1e21_c000, size, d, n);
  }

  /** {@code d = n}, converted from {@code from} to the other width. */
  public static int fcvt(FpSize from, VReg d, VReg n) {
    return one(from == FpSize.S ? 0x1e22_c000 : 0x1e22_4000, from, d, n);
  }

  /** {@code d = n} rounded to an integral value in the given way. */
  public static int frint(Rounding rounding, FpSize size, VReg d, VReg n) {
    return one(0x1e24_4000 | rounding.ordinal() << 15, size, d, n);
  }

  /** How {@code frint} rounds, in the order of its encoding. */
  public enum Rounding {
    /** To nearest, ties to even. */
    N,
    /** Towards plus infinity. */
    P,
    /** Towards minus infinity. */
    M,
    /** Towards zero. */
    Z,
    /** To nearest, ties away from zero. */
    A;
  }

  /** {@code d = n} rounded as FPCR says, raising Inexact. */
  public static int frintx(FpSize size, VReg d, VReg n) {
    return one(0x1e27_4000, size, d, n);
  }

  /** {@code d = n} rounded as FPCR says. */
  public static int frinti(FpSize size, VReg d, VReg n) {
    return one(0x1e27_c000, size, d, n);
  }

  /** {@code d = ~n}, 64 bits. */
  public static int mvn(VReg d, VReg n) {
    return 0x2e20_5800 | n.code() << 5 | d.code();
  }

  /** {@code d = n * m}. */
  public static int fmul(FpSize size, VReg d, VReg n, VReg m) {
    return two(0x0000, size, d, n, m);
  }

  /** {@code d = n / m}. */
  public static int fdiv(FpSize size, VReg d, VReg n, VReg m) {
    return two(0x1000, size, d, n, m);
  }

  /** {@code d = n + m}. */
  public static int fadd(FpSize size, VReg d, VReg n, VReg m) {
    return two(0x2000, size, d, n, m);
  }

  /** {@code d = n - m}. */
  public static int fsub(FpSize size, VReg d, VReg n, VReg m) {
    return two(0x3000, size, d, n, m);
  }

  /** The larger; NaN if either is NaN, and +0 is larger than -0: JavaScript's Math.max. */
  public static int fmax(FpSize size, VReg d, VReg n, VReg m) {
    return two(0x4000, size, d, n, m);
  }

  /** The smaller; NaN if either is NaN, and -0 is smaller than +0: JavaScript's Math.min. */
  public static int fmin(FpSize size, VReg d, VReg n, VReg m) {
    return two(0x5000, size, d, n, m);
  }

  /** The larger; the number if exactly one operand is a quiet NaN. */
  public static int fmaxnm(FpSize size, VReg d, VReg n, VReg m) {
    return two(0x6000, size, d, n, m);
  }

  /** The smaller; the number if exactly one operand is a quiet NaN. */
  public static int fminnm(FpSize size, VReg d, VReg n, VReg m) {
    return two(0x7000, size, d, n, m);
  }

  /** {@code d = -(n * m)}. */
  public static int fnmul(FpSize size, VReg d, VReg n, VReg m) {
    return two(0x8000, size, d, n, m);
  }

  /** {@code d = a + n * m}, rounded once. */
  public static int fmadd(FpSize size, VReg d, VReg n, VReg m, VReg a) {
    return fused(0x1f00_0000, size, d, n, m, a);
  }

  /** {@code d = a - n * m}, rounded once. */
  public static int fmsub(FpSize size, VReg d, VReg n, VReg m, VReg a) {
    return fused(0x1f00_8000, size, d, n, m, a);
  }

  /** Flags of n compared with m; unordered is C and V. */
  public static int fcmp(FpSize size, VReg n, VReg m) {
    return 0x1e20_2000 | size.ftype() | m.code() << 16 | n.code() << 5;
  }

  /** Flags of n compared with +0. */
  public static int fcmpZero(FpSize size, VReg n) {
    return 0x1e20_2008 | size.ftype() | n.code() << 5;
  }

  /** Flags of n compared with m if the condition holds, else {@code nzcv}. */
  public static int fccmp(FpSize size, VReg n, VReg m, int nzcv, Condition condition) {
    return 0x1e20_0400 | size.ftype() | m.code() << 16 | condition.code() << 12 | n.code() << 5
        | Fields.inRange("fccmp", "flags", nzcv, 0, 15);
  }

  /** {@code d = condition ? n : m}. */
  public static int fcsel(FpSize size, VReg d, VReg n, VReg m, Condition condition) {
    return 0x1e20_0c00 | size.ftype() | m.code() << 16 | condition.code() << 12 | n.code() << 5 | d.code();
  }

  /** The bits of n, in the general-purpose register of the same width. */
  public static int fmov(FpSize size, Reg d, VReg n) {
    return general("fmov", 0x1e26_0000, integer(size), size, d, n);
  }

  /** The floating-point value whose bits are in n, a general-purpose register of the same width. */
  public static int fmov(FpSize size, VReg d, Reg n) {
    return 0x1e27_0000 | integer(size).sf() | size.ftype() | n.zr("fmov") << 5 | d.code();
  }

  /** {@code d =} the immediate, one of the 256 that {@link #isImmediate} accepts. */
  public static int fmov(FpSize size, VReg d, double imm) {
    if (!isImmediate(imm)) {
      throw new EncodingException(
          "fmov: " + imm + " is no 8-bit floating-point immediate (n/16 * 2^r, n from 16 to 31, r from -3 to 4)");
    }
    long bits = Double.doubleToRawLongBits(imm);
    int imm8 = (int) (bits >>> 56 & 0x80 | bits >>> 48 & 0x7f);
    return 0x1e20_1000 | size.ftype() | imm8 << 13 | d.code();
  }

  /** True if fmov can hold the value: plus or minus n/16 * 2^r, n from 16 to 31, r from -3 to 4. */
  public static boolean isImmediate(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long exponent = bits >>> 54 & 0x1ff;
    return (bits & 0x0000_ffff_ffff_ffffL) == 0 && (exponent == 0x100 || exponent == 0x0ff);
  }

  /** The value of the 8-bit immediate of fmov. */
  public static double immediate(int imm8) {
    long sign = (long) (imm8 & 0x80) << 56;
    long exponent = (imm8 & 0x40) != 0 ? 0x3fc0_0000_0000_0000L : 0x4000_0000_0000_0000L;
    return Double.longBitsToDouble(sign | exponent | (long) (imm8 & 0x3f) << 48);
  }

  /** {@code d = n} as a signed integer, rounded towards zero, saturated; NaN is 0. */
  public static int fcvtzs(Size to, FpSize from, Reg d, VReg n) {
    return general("fcvtzs", 0x1e38_0000, to, from, d, n);
  }

  /** {@code d = n} as an unsigned integer, rounded towards zero, saturated; NaN is 0. */
  public static int fcvtzu(Size to, FpSize from, Reg d, VReg n) {
    return general("fcvtzu", 0x1e39_0000, to, from, d, n);
  }

  /** {@code d = n} as a signed integer, rounded towards minus infinity, saturated; NaN is 0. */
  public static int fcvtms(Size to, FpSize from, Reg d, VReg n) {
    return general("fcvtms", 0x1e30_0000, to, from, d, n);
  }

  /** {@code d = n} as a signed integer, rounded towards plus infinity, saturated; NaN is 0. */
  public static int fcvtps(Size to, FpSize from, Reg d, VReg n) {
    return general("fcvtps", 0x1e28_0000, to, from, d, n);
  }

  /** {@code d = n} as a signed integer, rounded to nearest, ties to even, saturated; NaN is 0. */
  public static int fcvtns(Size to, FpSize from, Reg d, VReg n) {
    return general("fcvtns", 0x1e20_0000, to, from, d, n);
  }

  /** {@code d = n} as a signed integer, rounded to nearest, ties away from zero, saturated; NaN is 0. */
  public static int fcvtas(Size to, FpSize from, Reg d, VReg n) {
    return general("fcvtas", 0x1e24_0000, to, from, d, n);
  }

  /** The signed integer in n as a floating-point value. */
  public static int scvtf(FpSize to, Size from, VReg d, Reg n) {
    return 0x1e22_0000 | from.sf() | to.ftype() | n.zr("scvtf") << 5 | d.code();
  }

  /** The unsigned integer in n as a floating-point value. */
  public static int ucvtf(FpSize to, Size from, VReg d, Reg n) {
    return 0x1e23_0000 | from.sf() | to.ftype() | n.zr("ucvtf") << 5 | d.code();
  }

  /**
   * JavaScript's ToInt32 of the double n (FEAT_JSCVT); Z is set if the value was an int32 and not -0.
   */
  public static int fjcvtzs(Reg d, VReg n) {
    return 0x1e7e_0000 | n.code() << 5 | d.zr("fjcvtzs");
  }

  private static Size integer(FpSize size) {
    return size == FpSize.D ? Size.X : Size.W;
  }

  private static int one(int op, FpSize size, VReg d, VReg n) {
    return op | size.ftype() | n.code() << 5 | d.code();
  }

  private static int two(int op, FpSize size, VReg d, VReg n, VReg m) {
    return 0x1e20_0800 | op | size.ftype() | m.code() << 16 | n.code() << 5 | d.code();
  }

  private static int fused(int op, FpSize size, VReg d, VReg n, VReg m, VReg a) {
    return op | size.ftype() | m.code() << 16 | a.code() << 10 | n.code() << 5 | d.code();
  }

  private static int general(String name, int op, Size to, FpSize from, Reg d, VReg n) {
    return op | to.sf() | from.ftype() | n.code() << 5 | d.zr(name);
  }
}
