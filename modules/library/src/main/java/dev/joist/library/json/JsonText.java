package dev.joist.library.json;

import java.util.HexFormat;

/** Strings as JSON writes them. Source: ECMAScript 2025, 25.5.2.3 QuoteJSONString. */
public final class JsonText {
  private JsonText() {}

  /** The text in double quotes, with escapes where JSON asks for them, and for surrogates that stand alone. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    appendQuoted(out, text);
    return out.toString();
  }

  static void appendQuoted(StringBuilder out, String text) {
    out.append('"');
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      out.append(text, copied, i);
      copied = i + 1;
      appendEscape(out, c);
    }
    out.append(text, copied, text.length()).append('"');
  }

  private static void appendEscape(StringBuilder out, char c) {
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      default -> out.append("\\u").append(HexFormat.of().toHexDigits(c));
    }
  }
}
