package dev.joist.embedding;

/** The engine itself failed, and is closed: a bug, or memory that the operating system does not give. */
public final class EngineFailure extends JoistException {
  private static final long serialVersionUID = 1;

  public EngineFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
