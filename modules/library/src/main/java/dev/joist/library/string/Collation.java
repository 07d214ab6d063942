package dev.joist.library.string;

import java.text.Normalizer;

/**
 * The order of texts for people, as the Unicode Collation Algorithm's root order has it for what its first levels tell apart: white space,
 * punctuation, symbols, digits, letters; then accents; then lower before upper case.
 */
final class Collation {
  private static final String ASCII_ORDER = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

  private Collation() {}

  /** -1, 0 or 1. */
  static int compare(String a, String b) {
    String first = Normalizer.normalize(a, Normalizer.Form.NFD);
    String second = Normalizer.normalize(b, Normalizer.Form.NFD);
    int order = compareLetters(first, second);
    if (order == 0) {
      order = marks(first).compareTo(marks(second));
    }
    return Integer.signum(order == 0 ? compareCase(first, second) : order);
  }

  private static int compareLetters(String a, String b) {
    int i = 0;
    int k = 0;
    while (true) {
      i = skipIgnored(a, i);
      k = skipIgnored(b, k);
      if (i >= a.length() || k >= b.length()) {
        return Boolean.compare(i < a.length(), k < b.length());
      }
      int left = a.codePointAt(i);
      int right = b.codePointAt(k);
      int order = Integer.compare(weight(left), weight(right));
      if (order != 0) {
        return order;
      }
      i += Character.charCount(left);
      k += Character.charCount(right);
    }
  }

  private static int skipIgnored(String text, int from) {
    int at = from;
    while (at < text.length() && (isMark(text.charAt(at)) || text.charAt(at) < ' ' && !Character.isWhitespace(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private static boolean isMark(char c) {
    return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static int weight(int c) {
    int ascii = ASCII_ORDER.indexOf(c);
    if (ascii >= 0) {
      return 0x100 + ascii;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return c;
    }
    if (Character.isDigit(c)) {
      return 0x10_0000 + Character.digit(c, 10);
    }
    return Character.isLetter(c) ? 0x20_0000 + Character.toLowerCase(c) : 0x8000 + c;
  }

  private static String marks(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isMark(c)) {
        out.append(c);
      } else {
        out.append('\u0001');
      }
    }
    return out.toString();
  }

  private static int compareCase(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      boolean upperA = Character.isUpperCase(a.charAt(i));
      boolean upperB = Character.isUpperCase(b.charAt(i));
      if (upperA != upperB) {
        return upperA ? 1 : -1;
      }
    }
    return 0;
  }
}
