package dev.joist.backend.aarch64.asm;

/** The memory operand of a load or store: how its address is computed, and whether the base is written back. */
public sealed interface Address {

  /** Base plus a displacement in bytes; which of the two displacement forms is used follows from the value. */
  record Offset(Reg base, int displacement) implements Address {}

  /** Base plus a displacement, which is also the new value of the base. */
  record PreIndex(Reg base, int displacement) implements Address {}

  /** The base; afterwards the displacement is added to it. */
  record PostIndex(Reg base, int displacement) implements Address {}

  /**
   * Base plus an index that is extended and, where {@code scaled}, multiplied by the access size.
   * {@link Extend#UXTX} is the plain 64-bit index (LSL).
   */
  record Indexed(Reg base, Reg index, Extend extend, boolean scaled) implements Address {}

  /** {@code [base]}. */
  static Address at(Reg base) {
    return new Offset(base, 0);
  }

  /** {@code [base, #displacement]}. */
  static Address at(Reg base, int displacement) {
    return new Offset(base, displacement);
  }

  /** {@code [base, index]}. */
  static Address indexed(Reg base, Reg index) {
    return new Indexed(base, index, Extend.UXTX, false);
  }

  /** {@code [base, index, lsl #log2 of the access size]}. */
  static Address scaled(Reg base, Reg index) {
    return new Indexed(base, index, Extend.UXTX, true);
  }

  /** {@code [base, index, extend]}, with the shift by the access size where {@code scaled}. */
  static Address indexed(Reg base, Reg index, Extend extend, boolean scaled) {
    return new Indexed(base, index, extend, scaled);
  }

  /** {@code [base, #displacement]!}. */
  static Address preIndex(Reg base, int displacement) {
    return new PreIndex(base, displacement);
  }

  /** {@code [base], #displacement}. */
  static Address postIndex(Reg base, int displacement) {
    return new PostIndex(base, displacement);
  }
}
