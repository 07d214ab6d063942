package dev.joist.bytecode.text;

/** The words of one line: names, numbers, quoted strings; commas separate like blanks, a semicolon begins a comment. */
final class LineScanner {
  private final String file;
  private final int number;
  private final String text;
  private int at;

  LineScanner(String file, int number, String text) {
    this.file = file;
    this.number = number;
    this.text = text;
  }

  boolean hasNext() {
    while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',')) {
      at++;
    }
    return at < text.length() && text.charAt(at) != ';';
  }

  boolean nextIsString() {
    return hasNext() && text.charAt(at) == '"';
  }

  boolean nextIsNull() {
    return hasNext() && text.startsWith("null", at);
  }

  /** The next word that is no string. */
  String word(String what) {
    if (!hasNext() || text.charAt(at) == '"') {
      throw error("expected " + what + (hasNext() ? ", not a string" : " at the end of the line"));
    }
    int start = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ",;\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  int integer(String what) {
    String word = word(what);
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException notANumber) {
      throw error("expected " + what + ", not '" + word + "'");
    }
  }

  double number(String what) {
    String word = word(what);
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException notANumber) {
      throw error("expected " + what + ", not '" + word + "'");
    }
  }

  /** A name with a prefix and its number: {@code r12}. */
  int numbered(char prefix, String what) {
    String word = word(what);
    if (word.length() > 1 && word.charAt(0) == prefix && word.chars().skip(1).allMatch(Character::isDigit) && word.length() < 9) {
      return Integer.parseInt(word.substring(1));
    }
    throw error("expected " + what + " (" + prefix + " and a number), not '" + word + "'");
  }

  String string(String what) {
    if (!nextIsString()) {
      throw error("expected " + what + " in double quotes");
    }
    at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char unit = text.charAt(at++);
      value.append(unit == '\\' ? escape() : unit);
    }
    if (at == text.length()) {
      throw error("a string is not closed");
    }
    at++;
    return value.toString();
  }

  private char escape() {
    char kind = at < text.length() ? text.charAt(at++) : ' ';
    switch (kind) {
      case '"', '\\':
        return kind;
      case 'n':
        return '\n';
      case 'u':
        if (at + 4 <= text.length() && text.substring(at, at + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
          at += 4;
          return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        throw error("\\u needs four hexadecimal digits");
      default:
        throw error("unknown escape \\" + kind);
    }
  }

  void end() {
    if (hasNext()) {
      throw error("nothing more is expected here: '" + text.substring(at) + "'");
    }
  }

  BytecodeSyntaxException error(String message) {
    return new BytecodeSyntaxException(file, number, message);
  }
}
