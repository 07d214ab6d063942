package dev.joist.masm;

/** A floating-point (double) register that may be read. The number means something to the backend alone. */
public sealed class Fp permits MutFp {
  private final int number;

  Fp(int number) {
    this.number = number;
  }

  /** A register that may only be read. */
  public static Fp readable(int number) {
    return new Fp(number);
  }

  /** The backend's number of this register. */
  public final int number() {
    return number;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Fp fp && fp.number == number;
  }

  @Override
  public final int hashCode() {
    return number;
  }

  @Override
  public final String toString() {
    return "fp" + number;
  }
}
