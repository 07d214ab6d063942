package dev.joist.library.regexp;

/** A pattern that breaks the grammar; the message is the end of the SyntaxError's. */
final class PatternError extends Exception {
  private static final long serialVersionUID = 1L;

  PatternError(String message) {
    super(message);
  }
}
