package dev.joist.backend.aarch64.asm;

/** Multiplication, division, variable shifts and bit counting. */
public final class Integers {
  private Integers() {}

  /** {@code d = n * m}. */
  public static int mul(Size size, Reg d, Reg n, Reg m) {
    return madd(size, d, n, m, Reg.ZR);
  }

  /** {@code d = -(n * m)}. */
  public static int mneg(Size size, Reg d, Reg n, Reg m) {
    return msub(size, d, n, m, Reg.ZR);
  }

  /** {@code d = a + n * m}. */
  public static int madd(Size size, Reg d, Reg n, Reg m, Reg a) {
    return three("madd", 0x1b00_0000 | size.sf(), d, n, m, a);
  }

  /** {@code d = a - n * m}. */
  public static int msub(Size size, Reg d, Reg n, Reg m, Reg a) {
    return three("msub", 0x1b00_8000 | size.sf(), d, n, m, a);
  }

  /** The 64-bit product of two signed words. */
  public static int smull(Reg d, Reg n, Reg m) {
    return smaddl(d, n, m, Reg.ZR);
  }

  /** {@code a +} the 64-bit product of two signed words. */
  public static int smaddl(Reg d, Reg n, Reg m, Reg a) {
    return three("smaddl", 0x9b20_0000, d, n, m, a);
  }

  /** {@code a -} the 64-bit product of two signed words. */
  public static int smsubl(Reg d, Reg n, Reg m, Reg a) {
    return three("smsubl", 0x9b20_8000, d, n, m, a);
  }

  /** The 64-bit product of two unsigned words. */
  public static int umull(Reg d, Reg n, Reg m) {
    return umaddl(d, n, m, Reg.ZR);
  }

  /** {@code a +} the 64-bit product of two unsigned words. */
  public static int umaddl(Reg d, Reg n, Reg m, Reg a) {
    return three("umaddl", 0x9ba0_0000, d, n, m, a);
  }

  /** {@code a -} the 64-bit product of two unsigned words. */
  public static int umsubl(Reg d, Reg n, Reg m, Reg a) {
    return three("umsubl", 0x9ba0_8000, d, n, m, a);
  }

  /** The upper half of the 128-bit signed product. */
  public static int smulh(Reg d, Reg n, Reg m) {
    return three("smulh", 0x9b40_0000, d, n, m, Reg.ZR);
  }

  /** The upper half of the 128-bit unsigned product. */
  public static int umulh(Reg d, Reg n, Reg m) {
    return three("umulh", 0x9bc0_0000, d, n, m, Reg.ZR);
  }

  /** Signed quotient, rounded towards zero; 0 where the divisor is 0. */
  public static int sdiv(Size size, Reg d, Reg n, Reg m) {
    return two("sdiv", 0x0c00, size, d, n, m);
  }

  /** Unsigned quotient; 0 where the divisor is 0. */
  public static int udiv(Size size, Reg d, Reg n, Reg m) {
    return two("udiv", 0x0800, size, d, n, m);
  }

  /** {@code d = n << (m mod size)}. */
  public static int lsl(Size size, Reg d, Reg n, Reg m) {
    return two("lsl", 0x2000, size, d, n, m);
  }

  /** {@code d = n >>> (m mod size)}. */
  public static int lsr(Size size, Reg d, Reg n, Reg m) {
    return two("lsr", 0x2400, size, d, n, m);
  }

  /** {@code d = n >> (m mod size)}. */
  public static int asr(Size size, Reg d, Reg n, Reg m) {
    return two("asr", 0x2800, size, d, n, m);
  }

  /** {@code d = n} rotated right by {@code m mod size}. */
  public static int ror(Size size, Reg d, Reg n, Reg m) {
    return two("ror", 0x2c00, size, d, n, m);
  }

  /** The bits of n in reverse order. */
  public static int rbit(Size size, Reg d, Reg n) {
    return one("rbit", 0x0000, size, d, n);
  }

  /** The bytes of each halfword of n in reverse order. */
  public static int rev16(Size size, Reg d, Reg n) {
    return one("rev16", 0x0400, size, d, n);
  }

  /** The bytes of each word of the 64 bits of n in reverse order. */
  public static int rev32(Reg d, Reg n) {
    return one("rev32", 0x0800, Size.X, d, n);
  }

  /** The bytes of n in reverse order. */
  public static int rev(Size size, Reg d, Reg n) {
    return one("rev", size == Size.X ? 0x0c00 : 0x0800, size, d, n);
  }

  /** The number of leading zero bits. */
  public static int clz(Size size, Reg d, Reg n) {
    return one("clz", 0x1000, size, d, n);
  }

  /** The number of bits below the top one that equal it. */
  public static int cls(Size size, Reg d, Reg n) {
    return one("cls", 0x1400, size, d, n);
  }

  private static int three(String name, int op, Reg d, Reg n, Reg m, Reg a) {
    return op | m.zr(name) << 16 | a.zr(name) << 10 | n.zr(name) << 5 | d.zr(name);
  }

  private static int two(String name, int op, Size size, Reg d, Reg n, Reg m) {
    return 0x1ac0_0000 | op | size.sf() | m.zr(name) << 16 | n.zr(name) << 5 | d.zr(name);
  }

  private static int one(String name, int op, Size size, Reg d, Reg n) {
    return 0x5ac0_0000 | op | size.sf() | n.zr(name) << 5 | d.zr(name);
  }
}
