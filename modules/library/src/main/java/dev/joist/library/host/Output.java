package dev.joist.library.host;

/** Where a program's text goes. */
public interface Output {
  /** Writes to standard output as it is, without adding a line's end. */
  void out(String text);

  /** Writes to standard error. */
  void err(String text);
}
