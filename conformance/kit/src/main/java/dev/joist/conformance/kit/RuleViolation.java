package dev.joist.conformance.kit;

/** A rule is broken. The message says by what. */
public final class RuleViolation extends AssertionError {
  private static final long serialVersionUID = 1;

  public RuleViolation(String message) {
    super(message);
  }
}
