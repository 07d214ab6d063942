package dev.joist.library.regexp;

import dev.joist.library.core.Inspectable;
import dev.joist.library.core.Tagged;

/** A RegExp object's payload. */
final class RegExpValue implements Tagged, Inspectable {
  private RegExpProgram program;
  private String source;

  RegExpValue(RegExpProgram program, String source) {
    set(program, source);
  }

  void set(RegExpProgram newProgram, String newSource) {
    program = newProgram;
    source = newSource;
  }

  RegExpProgram program() {
    return program;
  }

  Flags flags() {
    return program.flags();
  }

  /** The pattern as the program gave it. */
  String source() {
    return source;
  }

  /** The pattern so that it can stand between slashes. */
  String escapedSource() {
    if (source.isEmpty()) {
      return "(?:)";
    }
    StringBuilder out = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\' && i + 1 < source.length()) {
        out.append(c).append(lineEnd(source.charAt(++i), false));
        continue;
      }
      inClass = c == '[' || inClass && c != ']';
      out.append(c == '/' && !inClass ? "\\/" : lineEnd(c, true));
    }
    return out.toString();
  }

  private static String lineEnd(char c, boolean withBackslash) {
    String backslash = withBackslash ? "\\" : "";
    return switch (c) {
      case '\n' -> backslash + "n";
      case '\r' -> backslash + "r";
      case 0x2028 -> backslash + "u2028";
      case 0x2029 -> backslash + "u2029";
      default -> String.valueOf(c);
    };
  }

  @Override
  public String tag() {
    return "RegExp";
  }

  @Override
  public Shown show(long object) {
    return Shown.base("RegExp", "/" + escapedSource() + "/" + flags().text());
  }
}
