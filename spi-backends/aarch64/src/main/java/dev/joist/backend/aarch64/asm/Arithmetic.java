package dev.joist.backend.aarch64.asm;

import dev.joist.assembler.EncodingException;

/** Addition, subtraction and comparison, with immediate, shifted, extended and carry operands. */
public final class Arithmetic {
  private static final int SUB = 1 << 30;
  private static final int SET_FLAGS = 1 << 29;

  private Arithmetic() {}

  /** True if add and sub can hold the value: 12 bits, or 12 bits shifted left by 12. */
  public static boolean isImmediate(long value) {
    return (value & ~0xfffL) == 0 || (value & ~0xfff000L) == 0;
  }

  /** {@code d = n + imm}; {@link Reg#SP} is possible in both places. */
  public static int add(Size size, Reg d, Reg n, int imm) {
    return immediate("add", 0, size, d.sp("add"), n, imm);
  }

  /** {@code d = n + imm}, setting the flags. */
  public static int adds(Size size, Reg d, Reg n, int imm) {
    return immediate("adds", SET_FLAGS, size, d.zr("adds"), n, imm);
  }

  /** {@code d = n - imm}; {@link Reg#SP} is possible in both places. */
  public static int sub(Size size, Reg d, Reg n, int imm) {
    return immediate("sub", SUB, size, d.sp("sub"), n, imm);
  }

  /** {@code d = n - imm}, setting the flags. */
  public static int subs(Size size, Reg d, Reg n, int imm) {
    return immediate("subs", SUB | SET_FLAGS, size, d.zr("subs"), n, imm);
  }

  /** Flags of {@code n - imm}. */
  public static int cmp(Size size, Reg n, int imm) {
    return subs(size, Reg.ZR, n, imm);
  }

  /** Flags of {@code n + imm}. */
  public static int cmn(Size size, Reg n, int imm) {
    return adds(size, Reg.ZR, n, imm);
  }

  /** {@code d = n + m}; with SP in place of d or n it is the extended form. */
  public static int add(Size size, Reg d, Reg n, Reg m) {
    return register("add", 0, size, d, n, m);
  }

  /** {@code d = n + m}, setting the flags. */
  public static int adds(Size size, Reg d, Reg n, Reg m) {
    return register("adds", SET_FLAGS, size, d, n, m);
  }

  /** {@code d = n - m}; with SP in place of d or n it is the extended form. */
  public static int sub(Size size, Reg d, Reg n, Reg m) {
    return register("sub", SUB, size, d, n, m);
  }

  /** {@code d = n - m}, setting the flags. */
  public static int subs(Size size, Reg d, Reg n, Reg m) {
    return register("subs", SUB | SET_FLAGS, size, d, n, m);
  }

  /** Flags of {@code n - m}. */
  public static int cmp(Size size, Reg n, Reg m) {
    return subs(size, Reg.ZR, n, m);
  }

  /** Flags of {@code n + m}. */
  public static int cmn(Size size, Reg n, Reg m) {
    return adds(size, Reg.ZR, n, m);
  }

  /** {@code d = -m}. */
  public static int neg(Size size, Reg d, Reg m) {
    return sub(size, d, Reg.ZR, m);
  }

  /** {@code d = -m}, setting the flags: V says that m was the smallest value. */
  public static int negs(Size size, Reg d, Reg m) {
    return subs(size, d, Reg.ZR, m);
  }

  /** {@code d = n + (m shifted)}. */
  public static int add(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("add", 0, size, d, n, m, shift, amount);
  }

  /** {@code d = n + (m shifted)}, setting the flags. */
  public static int adds(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("adds", SET_FLAGS, size, d, n, m, shift, amount);
  }

  /** {@code d = n - (m shifted)}. */
  public static int sub(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("sub", SUB, size, d, n, m, shift, amount);
  }

  /** {@code d = n - (m shifted)}, setting the flags. */
  public static int subs(Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    return shifted("subs", SUB | SET_FLAGS, size, d, n, m, shift, amount);
  }

  /** Flags of {@code n - (m shifted)}. */
  public static int cmp(Size size, Reg n, Reg m, Shift shift, int amount) {
    return subs(size, Reg.ZR, n, m, shift, amount);
  }

  /** {@code d = n + (m extended, shifted left by 0 to 4)}. */
  public static int add(Size size, Reg d, Reg n, Reg m, Extend extend, int amount) {
    return extended("add", 0, size, d.sp("add"), n, m, extend, amount);
  }

  /** {@code d = n + (m extended, shifted left by 0 to 4)}, setting the flags. */
  public static int adds(Size size, Reg d, Reg n, Reg m, Extend extend, int amount) {
    return extended("adds", SET_FLAGS, size, d.zr("adds"), n, m, extend, amount);
  }

  /** {@code d = n - (m extended, shifted left by 0 to 4)}. */
  public static int sub(Size size, Reg d, Reg n, Reg m, Extend extend, int amount) {
    return extended("sub", SUB, size, d.sp("sub"), n, m, extend, amount);
  }

  /** {@code d = n - (m extended, shifted left by 0 to 4)}, setting the flags. */
  public static int subs(Size size, Reg d, Reg n, Reg m, Extend extend, int amount) {
    return extended("subs", SUB | SET_FLAGS, size, d.zr("subs"), n, m, extend, amount);
  }

  /** Flags of {@code n - (m extended, shifted left by 0 to 4)}. */
  public static int cmp(Size size, Reg n, Reg m, Extend extend, int amount) {
    return subs(size, Reg.ZR, n, m, extend, amount);
  }

  /** {@code d = n + m + C}. */
  public static int adc(Size size, Reg d, Reg n, Reg m) {
    return carry("adc", 0, size, d, n, m);
  }

  /** {@code d = n + m + C}, setting the flags. */
  public static int adcs(Size size, Reg d, Reg n, Reg m) {
    return carry("adcs", SET_FLAGS, size, d, n, m);
  }

  /** {@code d = n - m - !C}. */
  public static int sbc(Size size, Reg d, Reg n, Reg m) {
    return carry("sbc", SUB, size, d, n, m);
  }

  /** {@code d = n - m - !C}, setting the flags. */
  public static int sbcs(Size size, Reg d, Reg n, Reg m) {
    return carry("sbcs", SUB | SET_FLAGS, size, d, n, m);
  }

  private static int immediate(String name, int op, Size size, int d, Reg n, int imm) {
    if (!isImmediate(imm)) {
      throw new EncodingException(
          name + ": immediate " + imm + " is out of range, 0 to 4095 and multiples of 4096 to 16773120 can be encoded");
    }
    int field = imm > 0xfff ? 1 << 22 | imm >> 2 : imm << 10;
    return 0x1100_0000 | op | size.sf() | field | n.sp(name) << 5 | d;
  }

  private static int register(String name, int op, Size size, Reg d, Reg n, Reg m) {
    if (n == Reg.SP || d == Reg.SP) {
      int destination = (op & SET_FLAGS) != 0 ? d.zr(name) : d.sp(name);
      return extended(name, op, size, destination, n, m, size == Size.X ? Extend.UXTX : Extend.UXTW, 0);
    }
    return shifted(name, op, size, d, n, m, Shift.LSL, 0);
  }

  private static int shifted(String name, int op, Size size, Reg d, Reg n, Reg m, Shift shift, int amount) {
    if (shift == Shift.ROR) {
      throw new EncodingException(name + ": its operand cannot be rotated; LSL, LSR and ASR are possible");
    }
    return 0x0b00_0000 | op | size.sf() | shift.ordinal() << 22 | m.zr(name) << 16
        | Fields.bit(name, "shift", amount, size) << 10 | n.zr(name) << 5 | d.zr(name);
  }

  private static int extended(String name, int op, Size size, int d, Reg n, Reg m, Extend extend, int amount) {
    return 0x0b20_0000 | op | size.sf() | m.zr(name) << 16 | extend.ordinal() << 13
        | Fields.inRange(name, "shift", amount, 0, 4) << 10 | n.sp(name) << 5 | d;
  }

  private static int carry(String name, int op, Size size, Reg d, Reg n, Reg m) {
    return 0x1a00_0000 | op | size.sf() | m.zr(name) << 16 | n.zr(name) << 5 | d.zr(name);
  }
}
