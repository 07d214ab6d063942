package dev.joist.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code joist bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures.", synopsisSubcommandLabel = "COMMAND",
    subcommands = {KernelsCommand.class, ProgramsCommand.class})
final class BenchCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to measure: kernels or programs");
  }
}
