package dev.joist.library.console;

/** Strings and property names as they stand in inspected objects. */
final class Quoting {
  private Quoting() {}

  /** In the quotes that need the fewest escapes: single, else double, else backticks. */
  static String quote(String text) {
    char quote = '\'';
    if (text.indexOf('\'') >= 0) {
      if (text.indexOf('"') < 0) {
        quote = '"';
      } else if (text.indexOf('`') < 0 && !text.contains("${")) {
        quote = '`';
      }
    }
    StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
    for (int i = 0; i < text.length(); i++) {
      append(out, text, i, quote);
    }
    return out.append(quote).toString();
  }

  private static void append(StringBuilder out, String text, int at, char quote) {
    char c = text.charAt(at);
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote && quote == '\'') {
          out.append("\\'");
        } else if (c < ' ' || c >= 0x7f && c <= 0x9f) {
          out.append(String.format("\\x%02X", (int) c));
        } else if (isLoneSurrogate(text, at)) {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }

  /** Whether half a pair stands alone there. */
  static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** A property name: bare where it looks like an identifier of ASCII letters. */
  static String name(String key) {
    return key.equals("__proto__") ? "['__proto__']" : isPlainName(key) ? key : quote(key);
  }

  private static boolean isPlainName(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !key.isEmpty();
  }
}
