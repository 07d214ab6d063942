package dev.joist.backend.aarch64.asm;

import dev.joist.assembler.EncodingException;

/** A condition on the flags N, Z, C, V, in the order of its encoding. */
public enum Condition {
  EQ, NE, CS, CC, MI, PL, VS, VC, HI, LS, GE, LT, GT, LE, AL, NV;

  private static final Condition[] ALL = values();

  /** The condition that holds exactly when this one does not. */
  public Condition invert() {
    if (this == AL || this == NV) {
      throw new EncodingException("condition " + this + " always holds and has no inverse");
    }
    return ALL[ordinal() ^ 1];
  }

  /** The condition of that four-bit encoding. */
  public static Condition of(int code) {
    return ALL[code & 15];
  }

  /** The four-bit encoding. */
  public int code() {
    return ordinal();
  }
}
