package dev.joist.bytecode;

/** Bytecode that cannot be built, read or run: which function, where, and why. */
public final class BytecodeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String function;
  private final int offset;
  private final String reason;

  /**
   * @param function its name
   * @param offset of the instruction in its code
   */
  public BytecodeException(String function, int offset, String reason) {
    super("function '" + function + "' at offset " + offset + ": " + reason);
    this.function = function;
    this.offset = offset;
    this.reason = reason;
  }

  public String function() {
    return function;
  }

  public int offset() {
    return offset;
  }

  public String reason() {
    return reason;
  }
}
