package dev.joist.embedding;

/** A script was ended from outside; no {@code catch} or {@code finally} in it has run for this. The engine can be used further. */
public final class ScriptInterruptedException extends JoistException {
  private static final long serialVersionUID = 1;

  /** Why a script was ended. */
  public enum Reason { INTERRUPTED, TIMED_OUT }

  private final Reason reason;

  public ScriptInterruptedException(Reason reason, String message) {
    super(message, null);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
