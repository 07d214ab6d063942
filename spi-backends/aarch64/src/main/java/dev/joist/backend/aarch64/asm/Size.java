package dev.joist.backend.aarch64.asm;

/** The width of a general-purpose operation; a 32-bit result clears the upper half of its register. */
public enum Size {
  /** 32 bits. */
  W(32),
  /** 64 bits. */
  X(64);

  private final int bits;

  Size(int bits) {
    this.bits = bits;
  }

  /** 32 or 64. */
  public int bits() {
    return bits;
  }

  /** The sf field in its usual place, bit 31. */
  int sf() {
    return ordinal() << 31;
  }
}
