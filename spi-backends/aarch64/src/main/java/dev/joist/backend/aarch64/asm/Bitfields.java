package dev.joist.backend.aarch64.asm;

import dev.joist.assembler.EncodingException;

/** Bitfield moves, and the shifts by an immediate and the extensions that are written with them. */
public final class Bitfields {
  private static final int SBFM = 0x1300_0000;
  private static final int BFM = 0x3300_0000;
  private static final int UBFM = 0x5300_0000;

  private Bitfields() {}

  /** {@code d = n << amount}. */
  public static int lsl(Size size, Reg d, Reg n, int amount) {
    Fields.bit("lsl", "shift", amount, size);
    return bitfield("lsl", UBFM, size, d, n, -amount & size.bits() - 1, size.bits() - 1 - amount);
  }

  /** {@code d = n >>> amount}. */
  public static int lsr(Size size, Reg d, Reg n, int amount) {
    return bitfield("lsr", UBFM, size, d, n, Fields.bit("lsr", "shift", amount, size), size.bits() - 1);
  }

  /** {@code d = n >> amount}. */
  public static int asr(Size size, Reg d, Reg n, int amount) {
    return bitfield("asr", SBFM, size, d, n, Fields.bit("asr", "shift", amount, size), size.bits() - 1);
  }

  /** {@code d = n} rotated right by {@code amount}. */
  public static int ror(Size size, Reg d, Reg n, int amount) {
    return extr(size, d, n, n, Fields.bit("ror", "shift", amount, size));
  }

  /** The {@code size.bits()} bits of {@code n:m} from bit {@code lsb} of m up. */
  public static int extr(Size size, Reg d, Reg n, Reg m, int lsb) {
    return 0x1380_0000 | size.sf() | size.ordinal() << 22 | m.zr("extr") << 16
        | Fields.bit("extr", "lsb", lsb, size) << 10 | n.zr("extr") << 5 | d.zr("extr");
  }

  /** {@code d =} the {@code width} bits of n from bit {@code lsb}, zero-extended. */
  public static int ubfx(Size size, Reg d, Reg n, int lsb, int width) {
    return extract("ubfx", UBFM, size, d, n, lsb, width);
  }

  /** {@code d =} the {@code width} bits of n from bit {@code lsb}, sign-extended. */
  public static int sbfx(Size size, Reg d, Reg n, int lsb, int width) {
    return extract("sbfx", SBFM, size, d, n, lsb, width);
  }

  /** Replaces the low {@code width} bits of d by those of n from bit {@code lsb}. */
  public static int bfxil(Size size, Reg d, Reg n, int lsb, int width) {
    return extract("bfxil", BFM, size, d, n, lsb, width);
  }

  /** {@code d =} the low {@code width} bits of n, zero-extended, shifted left by {@code lsb}. */
  public static int ubfiz(Size size, Reg d, Reg n, int lsb, int width) {
    return insert("ubfiz", UBFM, size, d, n, lsb, width);
  }

  /** {@code d =} the low {@code width} bits of n, sign-extended, shifted left by {@code lsb}. */
  public static int sbfiz(Size size, Reg d, Reg n, int lsb, int width) {
    return insert("sbfiz", SBFM, size, d, n, lsb, width);
  }

  /** Replaces the {@code width} bits of d from bit {@code lsb} by the low ones of n. */
  public static int bfi(Size size, Reg d, Reg n, int lsb, int width) {
    return insert("bfi", BFM, size, d, n, lsb, width);
  }

  /** {@code d =} the low byte of n, sign-extended. */
  public static int sxtb(Size size, Reg d, Reg n) {
    return sbfx(size, d, n, 0, 8);
  }

  /** {@code d =} the low halfword of n, sign-extended. */
  public static int sxth(Size size, Reg d, Reg n) {
    return sbfx(size, d, n, 0, 16);
  }

  /** {@code d =} the low word of n, sign-extended to 64 bits. */
  public static int sxtw(Reg d, Reg n) {
    return sbfx(Size.X, d, n, 0, 32);
  }

  /** {@code d =} the low byte of n, zero-extended. */
  public static int uxtb(Reg d, Reg n) {
    return ubfx(Size.W, d, n, 0, 8);
  }

  /** {@code d =} the low halfword of n, zero-extended. */
  public static int uxth(Reg d, Reg n) {
    return ubfx(Size.W, d, n, 0, 16);
  }

  private static int extract(String name, int op, Size size, Reg d, Reg n, int lsb, int width) {
    checkField(name, size, lsb, width);
    return bitfield(name, op, size, d, n, lsb, lsb + width - 1);
  }

  private static int insert(String name, int op, Size size, Reg d, Reg n, int lsb, int width) {
    checkField(name, size, lsb, width);
    return bitfield(name, op, size, d, n, -lsb & size.bits() - 1, width - 1);
  }

  private static void checkField(String name, Size size, int lsb, int width) {
    Fields.bit(name, "lsb", lsb, size);
    if (width < 1 || lsb + width > size.bits()) {
      throw new EncodingException(
          name + ": a field of " + width + " bits at bit " + lsb + " does not lie in " + size.bits() + " bits");
    }
  }

  private static int bitfield(String name, int op, Size size, Reg d, Reg n, int immr, int imms) {
    return op | size.sf() | size.ordinal() << 22 | immr << 16 | imms << 10 | n.zr(name) << 5 | d.zr(name);
  }
}
