package dev.joist.javascript.source;

/** Shows a place in a source as V8 does: location, the line, a caret below the place. */
public final class SourceExcerpt {
  /** A line longer than this (minified code) is cut to its surroundings. */
  private static final int MAX_WIDTH = 160;

  private static final String CUT = "...";

  private SourceExcerpt() {}

  /**
   * Three lines, separated by {@code \n} and without one at the end.
   *
   * @param offset as in {@link Source#line(int)}
   */
  public static String at(Source source, int offset) {
    int line = source.line(offset);
    String text = source.lineText(line);
    int caret = Math.min(source.column(offset) - 1, text.length());
    int from = 0;
    int to = text.length();
    if (text.length() > MAX_WIDTH) {
      from = Math.clamp(caret - MAX_WIDTH / 2, 0, text.length() - MAX_WIDTH);
      to = from + MAX_WIDTH;
    }
    String head = from > 0 ? CUT : "";
    String tail = to < text.length() ? CUT : "";
    return source.location(offset)
        + "\n" + head + text.substring(from, to) + tail
        + "\n" + head.replace('.', ' ') + padding(text.substring(from, caret)) + "^";
  }

  /** Blanks as wide as the text: tabs stay, so that the caret stands right at any tab width. */
  private static String padding(String text) {
    StringBuilder blanks = new StringBuilder(text.length());
    text.chars().forEach(c -> blanks.append(c == '\t' ? '\t' : ' '));
    return blanks.toString();
  }
}
