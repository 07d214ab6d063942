package dev.joist.spi.host;

/** Code cannot be made executable here; everything stays interpreted. */
public final class InstallException extends Exception {
  private static final long serialVersionUID = 1;

  public InstallException(String message) {
    super(message);
  }

  public InstallException(String message, Throwable cause) {
    super(message, cause);
  }
}
