package dev.joist.bytecode.text;

/** Text that is no bytecode: where, and what was expected. */
public final class BytecodeSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;

  BytecodeSyntaxException(String file, int line, String message) {
    super(file + ":" + line + ": " + message);
    this.line = line;
  }

  /** 1-based. */
  public int line() {
    return line;
  }
}
