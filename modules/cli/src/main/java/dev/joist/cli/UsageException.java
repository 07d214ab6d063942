package dev.joist.cli;

/** What was asked for makes no sense; the message says why. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UsageException(String message) {
    super(message);
  }
}
