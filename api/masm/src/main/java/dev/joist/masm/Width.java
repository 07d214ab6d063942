package dev.joist.masm;

/** How many bits an integer operation works on. */
public enum Width {
  /** 8 bits; loads and stores only. */
  BITS8(1),
  /** 16 bits; loads and stores only. */
  BITS16(2),
  /** 32 bits; results are zero-extended to the whole register. */
  BITS32(4),
  /** The whole register. */
  BITS64(8);

  private final int bytes;

  Width(int bytes) {
    this.bytes = bytes;
  }

  public int bytes() {
    return bytes;
  }

  public int bits() {
    return bytes * 8;
  }
}
