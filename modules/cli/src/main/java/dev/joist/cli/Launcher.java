package dev.joist.cli;

import java.util.ArrayList;
import java.util.List;

/** The command that started this one, to start others like it. */
final class Launcher {
  private Launcher() {}

  /**
   * The command line that runs Joist once more.
   *
   * @throws UsageException when this JVM was not started by the launcher, so that nobody knows what it is
   */
  static List<String> command(List<String> arguments) {
    String launcher = System.getProperty("joist.launcher");
    if (launcher == null) {
      throw new UsageException("processes of their own are started by the launcher, and this one was not: run ./joist");
    }
    List<String> command = new ArrayList<>();
    command.add(launcher);
    command.addAll(arguments);
    return command;
  }
}
