package dev.joist.library.regexp;

import dev.joist.library.regexp.PatternNode.Repeat;

/** Reads a pattern's characters. */
final class PatternScanner {
  private final String text;
  private final boolean unicode;
  private int at;

  PatternScanner(String text, boolean unicode) {
    this.text = text;
    this.unicode = unicode;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  int position() {
    return at;
  }

  void reset(int position) {
    at = position;
  }

  char peek() {
    return text.charAt(at);
  }

  char next() {
    return text.charAt(at++);
  }

  /** A code point where the flag u is set, else a code unit. */
  int nextCharacter() {
    int c = unicode ? text.codePointAt(at) : text.charAt(at);
    at += Character.charCount(c);
    return c;
  }

  boolean eat(char c) {
    if (atEnd() || text.charAt(at) != c) {
      return false;
    }
    at++;
    return true;
  }

  boolean eat(String prefix) {
    if (!text.startsWith(prefix, at) || prefix.equals("(?<") && (text.startsWith("(?<=", at) || text.startsWith("(?<!", at))) {
      return false;
    }
    at += prefix.length();
    return true;
  }

  /** Whether {@code {1}}, {@code {1,}} or {@code {1,2}} comes. */
  boolean looksLikeBraces() {
    int start = at;
    try {
      return readBraces() != null;
    } finally {
      at = start;
    }
  }

  /** The bounds of a quantifier in braces; null when there is none. */
  int[] braces() throws PatternError {
    if (atEnd() || peek() != '{') {
      return null;
    }
    int start = at;
    int[] bounds = readBraces();
    if (bounds == null) {
      at = start;
      if (unicode) {
        throw new PatternError("Incomplete quantifier");
      }
      return null;
    }
    if (bounds[0] > bounds[1]) {
      throw new PatternError("numbers out of order in {} quantifier");
    }
    return bounds;
  }

  private int[] readBraces() {
    if (!eat('{') || atEnd() || !isDigit(peek())) {
      return null;
    }
    int least = decimal();
    int most = least;
    if (eat(',')) {
      most = !atEnd() && isDigit(peek()) ? decimal() : Repeat.UNBOUNDED;
    }
    return eat('}') ? new int[] {least, most} : null;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Digits as a number; more than an int holds is the largest. */
  int decimal() {
    long number = 0;
    while (!atEnd() && isDigit(peek())) {
      number = Math.min(10 * number + next() - '0', Integer.MAX_VALUE);
    }
    return (int) number;
  }

  /** Exactly so many hexadecimal digits; -1 and nothing read when they are not there. */
  int hexadecimal(int digits) {
    if (at + digits > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits; i++) {
      char c = text.charAt(at + i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = 16 * value + digit;
    }
    at += digits;
    return value;
  }

  /** After {@code \\u}: a code point or unit; -1 and nothing read when none is there. */
  int unicodeEscape(boolean codePoints) throws PatternError {
    if (codePoints && eat('{')) {
      int value = 0;
      int start = at;
      while (!atEnd() && peek() != '}') {
        int digit = hexadecimal(1);
        value = 16 * value + digit;
        if (digit < 0 || value > Character.MAX_CODE_POINT) {
          throw new PatternError("Invalid Unicode escape");
        }
      }
      if (at == start || !eat('}')) {
        throw new PatternError("Invalid Unicode escape");
      }
      return value;
    }
    int unit = hexadecimal(4);
    if (codePoints && unit >= 0xD800 && unit < 0xDC00 && text.startsWith("\\u", at)) {
      int start = at;
      at += 2;
      int low = hexadecimal(4);
      if (low >= 0xDC00 && low < 0xE000) {
        return Character.toCodePoint((char) unit, (char) low);
      }
      at = start;
    }
    return unit;
  }

  /** The name of a group, behind its {@code <}. */
  String groupName() throws PatternError {
    StringBuilder name = new StringBuilder();
    while (!eat('>')) {
      if (atEnd()) {
        throw new PatternError("Invalid capture group name");
      }
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\\') {
        c = eat('u') ? unicodeEscape(true) : -1;
      }
      boolean fits = c == '$' || c == '_' || c == 0x200C && !name.isEmpty() || c == 0x200D && !name.isEmpty()
          || c >= 0 && (name.isEmpty() ? Character.isUnicodeIdentifierStart(c) : Character.isUnicodeIdentifierPart(c));
      if (!fits) {
        throw new PatternError("Invalid capture group name");
      }
      name.appendCodePoint(c);
    }
    if (name.isEmpty()) {
      throw new PatternError("Invalid capture group name");
    }
    return name.toString();
  }
}
