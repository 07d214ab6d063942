package dev.joist.engine;

import dev.joist.embedding.ScriptSyntaxException;
import dev.joist.javascript.source.JsSyntaxError;

/** The front end's errors as applications see them. */
final class Syntax {
  private Syntax() {}

  static ScriptSyntaxException toException(JsSyntaxError error) {
    return new ScriptSyntaxException(error.getMessage(), error.source().name(), error.line(), error.column(), error.render());
  }
}
