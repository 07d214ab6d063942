package dev.joist.spi.regalloc;

/** The problem cannot be solved with these registers; the function stays interpreted. The message says why. */
public final class AllocationException extends Exception {
  private static final long serialVersionUID = 1;

  public AllocationException(String message) {
    super(message);
  }
}
