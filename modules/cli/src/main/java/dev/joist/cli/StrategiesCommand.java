package dev.joist.cli;

import dev.joist.engine.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code joist strategies}. */
@Command(name = "strategies", mixinStandardHelpOptions = true, description = "Lists what can be chosen; * marks the defaults.")
final class StrategiesCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    for (Catalogue.Kind kind : Catalogue.kinds()) {
      StringBuilder line = new StringBuilder(String.format("%-12s", "--" + kind.option()));
      for (String name : kind.names()) {
        line.append(' ').append(name).append(name.equals(kind.standard()) ? "*" : "");
      }
      spec.commandLine().getOut().println(line);
    }
    spec.commandLine().getOut().flush();
  }
}
