package dev.joist.embedding;

/** Bytecode that is refused before anything of it runs. {@link #getMessage} says where and why. */
public final class InvalidBytecodeException extends JoistException {
  private static final long serialVersionUID = 1;

  /** @param cause what the reader or the verifier found */
  public InvalidBytecodeException(String message, Throwable cause) {
    super(message, cause);
  }
}
