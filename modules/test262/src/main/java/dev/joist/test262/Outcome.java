package dev.joist.test262;

import java.util.Locale;

/** How a test ended. */
public enum Outcome {
  PASSED,
  /** Something else happened than the test asks for. */
  FAILED,
  /** It did not end within the time limit. */
  TIMED_OUT,
  /** The engine failed, not the program in it; or it could not be stopped. */
  CRASHED,
  /** It needs something that is excluded. */
  SKIPPED;

  /** As reports call it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
