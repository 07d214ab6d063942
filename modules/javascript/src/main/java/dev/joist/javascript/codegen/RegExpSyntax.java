package dev.joist.javascript.codegen;

import java.util.Optional;

/** Knows the grammar of regular expressions, which is not the front end's business: literals with errors are refused when a script is compiled. */
@FunctionalInterface
public interface RegExpSyntax {
  /** Takes all for valid. */
  RegExpSyntax UNCHECKED = (_, _) -> Optional.empty();

  /** The message of the SyntaxError that a literal is, if it is one. */
  Optional<String> error(String pattern, String flags);
}
