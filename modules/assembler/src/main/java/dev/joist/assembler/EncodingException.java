package dev.joist.assembler;

/**
 * An operand that an instruction cannot encode, or code larger than its branches reach. The message
 * names instruction, operand and range. Where it comes out of a compilation, the function is declined
 * and stays interpreted.
 */
public final class EncodingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A complaint that says what does not fit, and what would. */
  public EncodingException(String message) {
    super(message);
  }
}
