package dev.joist.engine;

import com.google.inject.ProvisionException;

/** Guice wraps what providers throw; users are to see what was thrown. */
final class Wiring {
  private Wiring() {}

  static RuntimeException cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof ProvisionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }
}
