package dev.joist.backend.aarch64.asm;

import dev.joist.assembler.EncodingException;

/**
 * A general-purpose register, of either width: {@link Size} says which is meant. The encoding 31 is
 * two registers, {@link #ZR} and {@link #SP}; each encoder accepts the one that its instruction has
 * there and refuses the other.
 */
public enum Reg {
  R0, R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12, R13, R14, R15,
  R16, R17, R18, R19, R20, R21, R22, R23, R24, R25, R26, R27, R28, R29, R30,
  /** Reads as zero; writes are discarded. */
  ZR,
  /** The stack pointer. */
  SP;

  /** The link register. */
  public static final Reg LR = R30;
  /** The frame pointer. */
  public static final Reg FP = R29;

  private static final Reg[] ALL = values();

  /** The register R0 to R30 of that number. */
  public static Reg of(int number) {
    if (number < 0 || number > 30) {
      throw new EncodingException("no general-purpose register has number " + number + "; 0 to 30 do");
    }
    return ALL[number];
  }

  /** The five-bit number, 31 for both {@link #ZR} and {@link #SP}. */
  public int code() {
    int n = ordinal();
    return n > 31 ? 31 : n;
  }

  /** The number of a register in a field where 31 means the zero register. */
  int zr(String instruction) {
    if (this == SP) {
      throw new EncodingException(instruction + ": sp is not possible here, 31 means the zero register");
    }
    return ordinal();
  }

  /** The number of a register in a field where 31 means the stack pointer. */
  int sp(String instruction) {
    if (this == ZR) {
      throw new EncodingException(instruction + ": the zero register is not possible here, 31 means sp");
    }
    return code();
  }
}
