package dev.joist.javascript.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * A named source text with its table of lines.
 *
 * <p>Offsets count UTF-16 code units from 0; lines and columns count from 1. Lines end as ECMAScript says:
 * LF, CR, CR LF, U+2028 and U+2029.
 */
public final class Source {
  private final String name;
  private final String text;
  private final int hiddenBefore;
  private final int hiddenAfter;
  private final int[] lineStarts;

  /**
   * @param name what error messages call the source, usually a file's path
   * @param text the whole text
   */
  public Source(String name, String text) {
    this(name, text, 0, 0);
  }

  private Source(String name, String text, int hiddenBefore, int hiddenAfter) {
    this.name = Objects.requireNonNull(name, "name");
    this.text = Objects.requireNonNull(text, "text");
    this.hiddenBefore = hiddenBefore;
    this.hiddenAfter = hiddenAfter;
    this.lineStarts = lineStarts(text);
  }

  /**
   * A source that is compiled with something around it, which lines, columns and excerpts do not show.
   *
   * @param before stands in the first line, before its first column; without line terminators
   * @param text what the lines and columns are about
   * @param after stands after the last line
   */
  public static Source wrapped(String name, String before, String text, String after) {
    if (before.chars().anyMatch(Source::isLineTerminator)) {
      throw new IllegalArgumentException("text before a wrapped source must not end its line: " + before);
    }
    return new Source(name, before + text + after, before.length(), after.length());
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (!isLineTerminator(text.charAt(i))) {
        continue;
      }
      if (text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        i++;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean isLineTerminator(int c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  public String name() {
    return name;
  }

  /** The whole text, which offsets count in; of a {@linkplain #wrapped wrapped} source with all around it. */
  public String text() {
    return text;
  }

  /** At least 1: an empty text is one empty line. */
  public int lineCount() {
    return lineStarts.length;
  }

  /**
   * The line that contains an offset.
   *
   * @param offset from 0 to the text's length, inclusive
   * @throws IndexOutOfBoundsException if the offset lies outside
   */
  public int line(int offset) {
    Objects.checkIndex(offset, text.length() + 1);
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * The column of an offset in its line, in code units.
   *
   * @throws IndexOutOfBoundsException as {@link #line(int)}
   */
  public int column(int offset) {
    int line = line(offset);
    return Math.max(0, offset - lineStarts[line - 1] - hiddenBefore(line)) + 1;
  }

  private int hiddenBefore(int line) {
    return line == 1 ? hiddenBefore : 0;
  }

  /**
   * The text of a line without its terminator.
   *
   * @param line from 1 to {@link #lineCount()}
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public String lineText(int line) {
    Objects.checkIndex(line - 1, lineStarts.length);
    int start = lineStarts[line - 1] + hiddenBefore(line);
    int end = line == lineStarts.length ? text.length() : lineStarts[line];
    end = Math.max(start, Math.min(end, text.length() - hiddenAfter));
    while (end > start && isLineTerminator(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /**
   * The offset of a column in a line; a column beyond the line's end is its end.
   *
   * @param line from 1 to {@link #lineCount()}
   * @param column from 1
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public int offset(int line, int column) {
    return lineStarts[line - 1] + hiddenBefore(line) + Math.min(column - 1, lineText(line).length());
  }

  /** {@code name:line:column} of an offset, the form that editors and terminals recognise. */
  public String location(int offset) {
    return name + ":" + line(offset) + ":" + column(offset);
  }

  @Override
  public String toString() {
    return "Source[" + name + "]";
  }
}
