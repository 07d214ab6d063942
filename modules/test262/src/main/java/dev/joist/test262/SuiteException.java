package dev.joist.test262;

/** The checkout, the list of exclusions or the baseline is not what it should be; the message says what is wrong and where. */
public final class SuiteException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SuiteException(String message) {
    super(message);
  }

  SuiteException(String message, Throwable cause) {
    super(message, cause);
  }
}
