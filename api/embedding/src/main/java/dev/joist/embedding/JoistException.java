package dev.joist.embedding;

/** What an engine throws: the base of all, so that one catch clause can take them. */
public abstract sealed class JoistException extends RuntimeException
    permits ConfigurationException, EngineFailure, InvalidBytecodeException, ScriptException,
        ScriptInterruptedException, ScriptSyntaxException {
  private static final long serialVersionUID = 1;

  JoistException(String message, Throwable cause) {
    super(message, cause);
  }
}
