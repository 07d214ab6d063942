package dev.joist.library.regexp;

import java.util.function.UnaryOperator;

/**
 * A replacement text with its {@code $1}, {@code $&} and the like filled in. Source: ECMAScript 2025, 22.1.3.19.1 GetSubstitution.
 *
 * @param template the replacement as the program gave it
 */
record Substitution(String template) {
  /**
   * One match.
   *
   * @param text that was searched
   * @param captures of the groups from 1 on, null where one took no part
   * @param named what a name stands for; null when the expression has no names
   */
  record Match(String text, int position, String matched, String[] captures, UnaryOperator<String> named) {}

  void appendTo(StringBuilder out, Match match) {
    if (template.indexOf('$') < 0) {
      out.append(template);
      return;
    }
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      int used = c == '$' && i + 1 < template.length() ? reference(out, match, i + 1) : 0;
      if (used == 0) {
        out.append(c);
      }
      i += used;
    }
  }

  /** Appends what stands behind a dollar at an index; answers how many characters that was, 0 when it is no reference. */
  private int reference(StringBuilder out, Match match, int at) {
    char c = template.charAt(at);
    switch (c) {
      case '$' -> out.append('$');
      case '&' -> out.append(match.matched);
      case '`' -> out.append(match.text, 0, match.position);
      case '\'' -> out.append(match.text, Math.min(match.text.length(), match.position + match.matched.length()), match.text.length());
      case '<' -> {
        return named(out, match, at);
      }
      default -> {
        return numbered(out, match, at);
      }
    }
    return 1;
  }

  private int numbered(StringBuilder out, Match match, int at) {
    int digits = 0;
    int number = 0;
    while (digits < 2 && at + digits < template.length() && PatternScanner.isDigit(template.charAt(at + digits))) {
      number = 10 * number + template.charAt(at + digits) - '0';
      digits++;
    }
    if (digits == 2 && number > match.captures.length) {
      digits = 1;
      number /= 10;
    }
    if (number < 1 || number > match.captures.length) {
      return 0;
    }
    if (match.captures[number - 1] != null) {
      out.append(match.captures[number - 1]);
    }
    return digits;
  }

  private int named(StringBuilder out, Match match, int at) {
    int end = template.indexOf('>', at);
    if (match.named == null || end < 0) {
      return 0;
    }
    String value = match.named.apply(template.substring(at + 1, end));
    if (value != null) {
      out.append(value);
    }
    return end - at + 1;
  }
}
