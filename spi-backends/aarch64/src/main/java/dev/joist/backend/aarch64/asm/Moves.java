package dev.joist.backend.aarch64.asm;

/** Moves between general-purpose registers, and of 16-bit pieces of immediates. */
public final class Moves {
  private Moves() {}

  /** {@code d = n}; SP is possible in either place. For W the upper half of d becomes zero. */
  public static int mov(Size size, Reg d, Reg n) {
    if (d == Reg.SP || n == Reg.SP) {
      return Arithmetic.add(size, d, n, 0);
    }
    return Logic.orr(size, d, Reg.ZR, n);
  }

  /** {@code d = imm << shift}; imm has 16 bits, the shift is a multiple of 16 below the size. */
  public static int movz(Size size, Reg d, int imm, int shift) {
    return wide("movz", 0x5280_0000, size, d, imm, shift);
  }

  /** {@code d = ~(imm << shift)}. */
  public static int movn(Size size, Reg d, int imm, int shift) {
    return wide("movn", 0x1280_0000, size, d, imm, shift);
  }

  /** Replaces 16 bits of d, from bit {@code shift} up. */
  public static int movk(Size size, Reg d, int imm, int shift) {
    return wide("movk", 0x7280_0000, size, d, imm, shift);
  }

  private static int wide(String name, int op, Size size, Reg d, int imm, int shift) {
    int hw = Fields.scaled(name, "shift", shift, 16, 0, size.bits() - 16);
    return op | size.sf() | hw << 21 | Fields.inRange(name, "immediate", imm, 0, 0xffff) << 5 | d.zr(name);
  }
}
