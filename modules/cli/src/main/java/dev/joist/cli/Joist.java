package dev.joist.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code joist} command. */
@Command(name = "joist", mixinStandardHelpOptions = true, version = "Joist 0.1.0-SNAPSHOT",
    description = "Runs JavaScript through a modular baseline JIT compiler.", synopsisSubcommandLabel = "COMMAND")
public final class Joist {
  private Joist() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Joist()).execute(arguments));
  }
}
