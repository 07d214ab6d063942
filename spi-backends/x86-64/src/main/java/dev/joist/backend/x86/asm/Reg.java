package dev.joist.backend.x86.asm;

import dev.joist.assembler.EncodingException;

/** A general-purpose register, in the order of its number; {@link Size} says how much of it is meant. */
public enum Reg {
  RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI, R8, R9, R10, R11, R12, R13, R14, R15;

  private static final Reg[] ALL = values();

  /** The register of that number, 0 to 15. */
  public static Reg of(int number) {
    if (number < 0 || number > 15) {
      throw new EncodingException("no general-purpose register has number " + number + "; 0 to 15 do");
    }
    return ALL[number];
  }

  /** The four-bit number. */
  public int code() {
    return ordinal();
  }
}
