package dev.joist.backend.aarch64.asm;

import dev.joist.assembler.EncodingException;

/** A SIMD and floating-point register, used as a scalar; {@link FpSize} says of which width. */
public enum VReg {
  V0, V1, V2, V3, V4, V5, V6, V7, V8, V9, V10, V11, V12, V13, V14, V15,
  V16, V17, V18, V19, V20, V21, V22, V23, V24, V25, V26, V27, V28, V29, V30, V31;

  private static final VReg[] ALL = values();

  /** The register of that number, 0 to 31. */
  public static VReg of(int number) {
    if (number < 0 || number > 31) {
      throw new EncodingException("no floating-point register has number " + number + "; 0 to 31 do");
    }
    return ALL[number];
  }

  /** The five-bit number. */
  public int code() {
    return ordinal();
  }
}
