package dev.joist.backend.x86.asm;

import dev.joist.assembler.EncodingException;

/** An SSE register, used for one double. */
public enum Xmm {
  XMM0, XMM1, XMM2, XMM3, XMM4, XMM5, XMM6, XMM7, XMM8, XMM9, XMM10, XMM11, XMM12, XMM13, XMM14, XMM15;

  private static final Xmm[] ALL = values();

  /** The register of that number, 0 to 15. */
  public static Xmm of(int number) {
    if (number < 0 || number > 15) {
      throw new EncodingException("no SSE register has number " + number + "; 0 to 15 do");
    }
    return ALL[number];
  }

  /** The four-bit number. */
  public int code() {
    return ordinal();
  }
}
