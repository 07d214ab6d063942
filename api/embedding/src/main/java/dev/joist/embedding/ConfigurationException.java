package dev.joist.embedding;

/** An option that makes no sense, or an installation that does not fit together. The message says what to do. */
public final class ConfigurationException extends JoistException {
  private static final long serialVersionUID = 1;

  public ConfigurationException(String message) {
    super(message, null);
  }
}
