package dev.joist.masm;

/** A general-purpose register that may be read. The number means something to the backend alone. */
public sealed class Gp permits MutGp {
  private final int number;

  Gp(int number) {
    this.number = number;
  }

  /** A register that may only be read. */
  public static Gp readable(int number) {
    return new Gp(number);
  }

  /** The backend's number of this register. */
  public final int number() {
    return number;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Gp gp && gp.number == number;
  }

  @Override
  public final int hashCode() {
    return number;
  }

  @Override
  public final String toString() {
    return "gp" + number;
  }
}
