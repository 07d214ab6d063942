package dev.joist.javascript.source;

/**
 * A program that cannot be compiled: it breaks the grammar or an early rule of ECMAScript, or uses something that this
 * front end refuses. {@link #getMessage()} says what, without a location.
 */
public final class JsSyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Source source;
  private final int offset;

  /**
   * @param message what is wrong, without a location
   * @param source where
   * @param offset where in the source, from 0 to its length
   */
  public JsSyntaxError(String message, Source source, int offset) {
    this(message, source, offset, null);
  }

  JsSyntaxError(String message, Source source, int offset, Throwable cause) {
    super(message, cause);
    this.source = source;
    this.offset = Math.clamp(offset, 0, source.text().length());
  }

  public Source source() {
    return source;
  }

  /** In UTF-16 code units from the start of the source. */
  public int offset() {
    return offset;
  }

  /** From 1. */
  public int line() {
    return source.line(offset);
  }

  /** From 1, in code units. */
  public int column() {
    return source.column(offset);
  }

  /** What a command prints: location, source line, caret, an empty line, and the error's name and message. */
  public String render() {
    return SourceExcerpt.at(source, offset) + "\n\nSyntaxError: " + getMessage();
  }
}
