package dev.joist.library.regexp;

import java.util.Optional;

/** Whether patterns and flags are valid, for whoever does not want to run them. */
public final class RegExpSyntax {
  private RegExpSyntax() {}

  /** The message of the SyntaxError that a literal is, if it is one. */
  public static Optional<String> error(String pattern, String flags) {
    Flags parsed = Flags.parse(flags);
    if (parsed == null) {
      return Optional.of("Invalid regular expression flags");
    }
    try {
      PatternParser.parse(pattern, parsed);
      return Optional.empty();
    } catch (PatternError e) {
      return Optional.of(message(pattern, flags, e));
    }
  }

  static String message(String pattern, String flags, PatternError error) {
    return "Invalid regular expression: /" + pattern + "/" + flags + ": " + error.getMessage();
  }
}
