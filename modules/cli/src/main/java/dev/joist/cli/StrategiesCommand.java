package dev.joist.cli;

import dev.joist.embedding.Strategies;
import dev.joist.engine.Catalogue;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** {@code joist strategies}. */
final class StrategiesCommand implements Runnable {
  private CommandSpec spec;

  private StrategiesCommand() {}

  static CommandSpec create() {
    StrategiesCommand command = new StrategiesCommand();
    command.spec = Options.command("strategies", command, "Lists what can be chosen; * marks the defaults.");
    return command.spec;
  }

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (Catalogue.Kind kind : Catalogue.kinds()) {
      StringBuilder line = new StringBuilder(String.format("%-12s", "--" + kind.option()));
      for (String name : kind.names()) {
        line.append(' ').append(name).append(name.equals(kind.standard()) ? "*" : "");
      }
      if (!kind.automatic().isEmpty()) {
        line.append(" (").append(Strategies.AUTOMATIC).append(" is ").append(kind.automatic()).append(" here)");
      }
      out.println(line);
    }
    out.flush();
  }
}
