package dev.joist.backend.aarch64.asm;

/** How a register operand is shifted. {@link #ROR} exists for logical instructions only. */
public enum Shift {
  LSL, LSR, ASR, ROR
}
