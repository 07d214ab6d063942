package dev.joist.backend.aarch64.asm;

import dev.joist.assembler.EncodingException;

/** Bitwise operations, with bitmask immediates and shifted registers. */
public final class Logic {
  private static final int AND = 0;
  private static final int ORR = 1 << 29;
  private static final int EOR = 2 << 29;
  private static final int ANDS = 3 << 29;
  private static final int INVERT = 1 << 21;

  private Logic() {}

  /** {@code d = n & imm}; d may be SP. */
  public static int and(Size size, Reg d, Reg n, long imm) {
    return immediate("and", AND, size, d.sp("and"), n, imm);
  }

  /** {@code d = n | imm}; d may be SP. */
  public static int orr(Size size, Reg d, Reg n, long imm) {
    return immediate("orr", ORR, size, d.sp("orr"), n, imm);
  }

  /** {@code d = n ^ imm}; d may be SP. */
  public static int eor(Size size, Reg d, Reg n, long imm) {
    return immediate("eor", EOR, size, d.sp("eor"), n, imm);
  }

  /** {@code d = n & imm}, setting N and Z. */
  public static int ands(Size size, Reg d, Reg n, long imm) {
    return immediate("ands", ANDS, size, d.zr("ands"), n, imm);
  }

  /** N and Z of {@code n & imm}. */
  public static int tst(Size size, Reg n, long imm) {
    return ands(size, Reg.ZR, n, imm);
  }

  /** {@code d = n & m}. */
  public static int and(Size size, Reg d, Reg n, Reg m) {
    return and(size, d, n, m, Shift.LSL, 0);
  }

  /** {@code d = n | m}. */
  public static int orr(Size size, Reg d, Reg n, Reg m) {
    return orr(size, d, n, m, Shift.LSL, 0);
  }

  /** {@code d = n ^ m}. */
  public static int eor(Size size, Reg d, Reg n, Reg m) {
    return eor(size, d, n, m, Shift.LSL, 0);
  }

  /** {@code d = n & m}, setting N and Z. */
  public static int ands(Size size, Reg d, Reg n, Reg m) {
    return ands(size, d, n, m, Shift.LSL, 0);
  }

  /** N and Z of {@code n & m}. */
  public static int tst(Size size, Reg n, Reg m) {
    return ands(size, Reg.ZR, n, m);
  }

  /** {@code d = ~m}. */
  public static int mvn(Size size, Reg d, Reg m) {
    return orn(size, d, Reg.ZR, m, Shift.LSL, 0);
  }

  /** {@code d = n & ~m}. */
  public static int bic(Size size, Reg d, Reg n, Reg m) {
    return bic(size, d, n, m, Shift.LSL, 0);
  }

  /** {@code d = n & (m shifted)}. */
  public static int and(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("and", AND, size, d, n, m, shift, amount);
  }

  /** {@code d = n | (m shifted)}. */
  public static int orr(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("orr", ORR, size, d, n, m, shift, amount);
  }

  /** {@code d = n ^ (m shifted)}. */
  public static int eor(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("eor", EOR, size, d, n, m, shift, amount);
  }

  /** {@code d = n & (m shifted)}, setting N and Z. */
  public static int ands(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("ands", ANDS, size, d, n, m, shift, amount);
  }

  /** N and Z of {@code n & (m shifted)}. */
  public static int tst(Size size, Reg n, Reg m, Shift shift, int amount) {
    return ands(size, Reg.ZR, n, m, shift, amount);
  }

  /** {@code d = n & ~(m shifted)}. */
  public static int bic(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("bic", AND | INVERT, size, d, n, m, shift, amount);
  }

  /** {@code d = n | ~(m shifted)}. */
  public static int orn(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("orn", ORR | INVERT, size, d, n, m, shift, amount);
  }

  /** {@code d = n ^ ~(m shifted)}. */
  public static int eon(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("eon", EOR | INVERT, size, d, n, m, shift, amount);
  }

  /** {@code d = n & ~(m shifted)}, setting N and Z. */
  public static int bics(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("bics", ANDS | INVERT, size, d, n, m, shift, amount);
  }

  private static int immediate(String name, int op, Size size, int d, Reg n, long imm) {
    int encoded = BitmaskImmediate.encode(size, imm);
    if (encoded == BitmaskImmediate.NONE || size == Size.W && imm != (int) imm && imm >>> 32 != 0) {
      throw new EncodingException(
          name + ": 0x" + Long.toHexString(imm) + " is no " + size.bits() + "-bit bitmask immediate (a rotated run of"
              + " ones, repeated)");
    }
    return 0x1200_0000 | op | size.sf() | encoded << 10 | n.zr(name) << 5 | d;
  }

  private static int shifted(String name, int op, Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return 0x0a00_0000 | op | size.sf() | shift.ordinal() << 22 | m.zr(name) << 16
        | Fields.bit(name, "shift", amount, size) << 10 | n.zr(name) << 5 | d.zr(name);
  }
}
