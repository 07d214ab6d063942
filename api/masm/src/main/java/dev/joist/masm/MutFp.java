package dev.joist.masm;

/** A floating-point (double) register that may be written as well as read. */
public final class MutFp extends Fp {
  public MutFp(int number) {
    super(number);
  }
}
