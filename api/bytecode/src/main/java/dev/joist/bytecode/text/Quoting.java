package dev.joist.bytecode.text;

/** Strings in double quotes; all but printable ASCII as {@code \}{@code uXXXX}, so that lone surrogates survive any file. */
final class Quoting {
  private Quoting() {}

  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"', '\\' -> quoted.append('\\').append(unit);
        case '\n' -> quoted.append("\\n");
        default -> {
          if (unit >= ' ' && unit < 0x7f) {
            quoted.append(unit);
          } else {
            quoted.append(String.format("\\u%04x", (int) unit));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
