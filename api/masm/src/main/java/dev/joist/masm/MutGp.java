package dev.joist.masm;

/** A general-purpose register that may be written as well as read. */
public final class MutGp extends Gp {
  public MutGp(int number) {
    super(number);
  }
}
