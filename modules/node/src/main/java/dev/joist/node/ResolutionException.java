package dev.joist.node;

/** A package does not let a request through. */
final class ResolutionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  /** @param code as node's errors have it */
  ResolutionException(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
