package dev.joist.library.regexp;

/** Texts as patterns that match just them. */
final class PatternText {
  private static final String SYNTAX = "^$\\.*+?()[]{}|/";
  private static final String CONTROLS = "\t\n\u000b\f\r";
  private static final String CONTROL_LETTERS = "tnvfr";
  private static final String OTHER_PUNCTUATORS = ",-=<>#&!%:;@~'`\"";

  private PatternText() {}

  /** RegExp.escape: a text in which nothing means anything but itself, wherever in a pattern it is put. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> {
      boolean leads = out.isEmpty() && c < 128 && Character.isLetterOrDigit(c);
      if (leads) {
        out.append(String.format("\\x%02x", c));
      } else {
        append(out, c);
      }
    });
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    if (SYNTAX.indexOf(c) >= 0) {
      out.append('\\').append((char) c);
    } else if (CONTROLS.indexOf(c) >= 0) {
      out.append('\\').append(CONTROL_LETTERS.charAt(CONTROLS.indexOf(c)));
    } else if (OTHER_PUNCTUATORS.indexOf(c) >= 0 || isSpace(c) || c <= 0xFFFF && Character.isSurrogate((char) c)) {
      out.append(c <= 0xFF ? String.format("\\x%02x", c) : String.format("\\u%04x", c));
    } else {
      out.appendCodePoint(c);
    }
  }

  private static boolean isSpace(int c) {
    return Character.getType(c) == Character.SPACE_SEPARATOR || c == 0xFEFF || c == 0x2028 || c == 0x2029;
  }
}
