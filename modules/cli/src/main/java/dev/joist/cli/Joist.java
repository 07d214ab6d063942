package dev.joist.cli;

import dev.joist.embedding.JoistException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code joist} command. */
@Command(name = "joist", mixinStandardHelpOptions = true, version = "Joist 0.1.0-SNAPSHOT",
    description = "Runs JavaScript through a modular baseline JIT compiler.", synopsisSubcommandLabel = "COMMAND",
    subcommands = {RunCommand.class, DisasmCommand.class, StrategiesCommand.class, BenchCommand.class},
    footer = {"", "Options may also stand in a file joist.properties in the working directory (jit-threshold=10), or be given",
      "as system properties of the JVM (-Djoist.jit-threshold=10 in the variable JOIST_JAVA_OPTIONS)."})
public final class Joist implements Runnable {
  /** The program ran and failed. */
  static final int FAILED = 1;
  /** The command line makes no sense. */
  static final int USAGE = 2;

  @Spec
  private CommandSpec spec;

  Joist() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Joist());
    line.setDefaultValueProvider(new OptionDefaults());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(Joist::report);
    line.setParameterExceptionHandler(Joist::reportUsage);
    // What follows the program's file is the program's.
    line.getSubcommands().get("run").setStopAtPositional(true);
    line.setUsageHelpWidth(110);
    return line;
  }

  /** Errors that have a message for users are shown as such; anything else is a bug of ours and shows its stack. */
  private static int report(Exception exception, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
    if (!(exception instanceof JoistException || exception instanceof UsageException)) {
      throw exception;
    }
    PrintWriter err = line.getErr();
    err.println("joist: " + exception.getMessage());
    err.flush();
    return USAGE;
  }

  /** One line that says what is wrong, and one or two that help, instead of the whole manual. */
  private static int reportUsage(ParameterException exception, String[] arguments) {
    CommandLine line = exception.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("joist: " + exception.getMessage());
    if (exception instanceof UnmatchedArgumentException unmatched) {
      UnmatchedArgumentException.printSuggestions(unmatched, err);
      err.println("Known options: " + String.join(" ", line.getCommandSpec().optionsMap().keySet().stream()
          .filter(name -> name.startsWith("--")).sorted().toList()));
    }
    err.println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return USAGE;
  }

  /** Without a subcommand there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: run, disasm, strategies or bench");
  }
}
