package dev.joist.backend.aarch64.asm;

/** The width of a floating-point operation. */
public enum FpSize {
  /** IEEE 754 binary32. */
  S,
  /** IEEE 754 binary64. */
  D;

  /** The ftype field in its usual place, bits 22 and 23. */
  int ftype() {
    return ordinal() << 22;
  }
}
