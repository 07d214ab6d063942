package dev.joist.engine;

import dev.joist.library.host.Output;
import java.io.PrintStream;

/** Where scripts print. */
record ConsoleOutput(PrintStream standardOut, PrintStream standardError) implements Output {
  @Override
  public void out(String text) {
    standardOut.print(text);
  }

  /** What a program says on both goes out in its order. */
  @Override
  public void err(String text) {
    standardOut.flush();
    standardError.print(text);
    standardError.flush();
  }
}
