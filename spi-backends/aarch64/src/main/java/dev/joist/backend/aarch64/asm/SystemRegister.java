package dev.joist.backend.aarch64.asm;

/** The system registers that user-mode code of a run-time system needs. */
public enum SystemRegister {
  /** The condition flags. */
  NZCV(3, 3, 4, 2, 0),
  /** Floating-point control: rounding mode, default NaN. */
  FPCR(3, 3, 4, 4, 0),
  /** Floating-point status: the cumulative exception flags. */
  FPSR(3, 3, 4, 4, 1),
  /** Cache types: line sizes, and whether cache maintenance is needed at all. Read-only. */
  CTR_EL0(3, 3, 0, 0, 1),
  /** The thread pointer. */
  TPIDR_EL0(3, 3, 13, 0, 2);

  private final int encoding;

  SystemRegister(int op0, int op1, int crn, int crm, int op2) {
    this.encoding = op0 << 19 | op1 << 16 | crn << 12 | crm << 8 | op2 << 5;
  }

  /** The fields op0, op1, CRn, CRm and op2, in their places in the instruction word. */
  int encoding() {
    return encoding;
  }
}
