package dev.joist.embedding;

import java.util.List;

/**
 * A script threw a value and did not catch it. {@link #getMessage} gives the error as JavaScript's {@code String(error)}, or a
 * description of what was thrown instead of an error.
 */
public final class ScriptException extends JoistException {
  private static final long serialVersionUID = 1;

  private final transient Value value;
  private final transient List<Frame> frames;
  private final String report;

  /** See the accessors. */
  public ScriptException(String message, Value value, List<Frame> frames, String report, Throwable cause) {
    super(message, cause);
    this.value = value;
    this.frames = List.copyOf(frames);
    this.report = report;
  }

  /** To throw a value out of a {@link HostFunction}. */
  public ScriptException(Value value) {
    this(value.toString(), value, List.of(), "Uncaught " + value, null);
  }

  /** What was thrown. */
  public Value value() {
    return value;
  }

  /** The JavaScript functions that were running when the error was made, the innermost first; empty when no Error object was thrown. */
  public List<Frame> frames() {
    return frames;
  }

  /** What a command would print: location, source line, caret, message, stack; several lines without a line end after the last. */
  public String report() {
    return report;
  }

  /**
   * A place in a running function.
   *
   * @param function its name, empty for the script itself and for functions without one
   * @param file the script's name
   * @param line from 1
   * @param column from 1, in UTF-16 units
   */
  public record Frame(String function, String file, int line, int column) {}
}
