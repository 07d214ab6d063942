package dev.joist.backend.x86.asm;

/** A condition on the flags, in the order of its encoding. */
public enum Condition {
  O, NO, B, AE, E, NE, BE, A, S, NS, P, NP, L, GE, LE, G;

  private static final Condition[] ALL = values();

  /** The condition that holds exactly when this one does not. */
  public Condition invert() {
    return ALL[ordinal() ^ 1];
  }

  /** The four-bit encoding. */
  public int code() {
    return ordinal();
  }
}
