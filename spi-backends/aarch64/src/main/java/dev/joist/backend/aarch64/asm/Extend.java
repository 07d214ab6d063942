package dev.joist.backend.aarch64.asm;

/** How a register operand is extended to the operation's width before it is shifted left. */
public enum Extend {
  UXTB, UXTH, UXTW, UXTX, SXTB, SXTH, SXTW, SXTX;

  /** True where the operand is all 64 bits of its register. */
  public boolean is64() {
    return (ordinal() & 3) == 3;
  }
}
