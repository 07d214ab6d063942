package dev.joist.embedding;

/** A script that cannot be compiled. {@link #getMessage} says what is wrong, without a location. */
public final class ScriptSyntaxException extends JoistException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final int line;
  private final int column;
  private final String report;

  /** See the accessors. */
  public ScriptSyntaxException(String message, String file, int line, int column, String report) {
    super(message, null);
    this.file = file;
    this.line = line;
    this.column = column;
    this.report = report;
  }

  /** The script's name. */
  public String file() {
    return file;
  }

  /** From 1. */
  public int line() {
    return line;
  }

  /** From 1, in UTF-16 units. */
  public int column() {
    return column;
  }

  /** What a command would print: location, source line, caret, message; several lines without a line end after the last. */
  public String report() {
    return report;
  }
}
