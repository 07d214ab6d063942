package dev.joist.host.simulator;

/** Why simulated machine code could not go on. */
public enum FaultKind {
  /** The word is no instruction that the simulator knows, or one whose result the architecture leaves open. */
  UNKNOWN_INSTRUCTION,
  /** A load or store outside all owned memory, or a store into memory that may only be read. */
  ACCESS_OUTSIDE,
  /** An access just below the machine stack. */
  STACK_OVERFLOW,
  /** A memory access based on a stack pointer that is no multiple of 16. */
  MISALIGNED_STACK_POINTER,
  /** A branch, or the end of a function, led to where no code is installed. */
  JUMP_OUTSIDE,
  /** An indirect branch into guarded code landed elsewhere than on a fitting {@code bti}. */
  MISSING_LANDING_PAD,
  /** The line was written and since then not cleaned, invalidated and synchronised. */
  STALE_INSTRUCTION,
  /** The code returned with a callee-saved register, or the reserved x18, changed. */
  CLOBBERED_REGISTER,
  /** The code returned to the caller of another activation than the innermost one. */
  WRONG_ACTIVATION,
  /** {@code brk}. */
  BREAKPOINT,
  /** {@code hlt} or {@code udf}. */
  HALT,
  /** The limit on executed instructions was reached. */
  INSTRUCTION_LIMIT,
  /** {@link Simulator#interrupt()} was called. */
  INTERRUPTED
}
