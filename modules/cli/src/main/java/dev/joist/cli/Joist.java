package dev.joist.cli;

import dev.joist.embedding.JoistException;
import dev.joist.test262.SuiteException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code joist} command. */
public final class Joist {
  /** The program ran and failed. */
  static final int FAILED = 1;
  /** The command line makes no sense. */
  static final int USAGE = 2;

  private static final String VERSION = "Joist 0.1.0-SNAPSHOT";
  private static final int HELP_WIDTH = 110;

  private static final Map<String, Supplier<CommandSpec>> COMMANDS = new LinkedHashMap<>();
  private static final Set<String> RUNS_A_PROGRAM = Set.of("run", "profile", "compare");

  static {
    COMMANDS.put("run", RunCommand::create);
    COMMANDS.put("disasm", DisasmCommand::create);
    COMMANDS.put("profile", ProfileCommand::create);
    COMMANDS.put("strategies", StrategiesCommand::create);
    COMMANDS.put("compare", CompareCommand::create);
    COMMANDS.put("bench", BenchCommand::create);
    COMMANDS.put("test262", Test262Command::create);
  }

  private Joist() {}

  public static void main(String[] arguments) {
    String command = arguments.length == 0 ? "" : arguments[0];
    // Making all the others takes longer than a small program.
    Set<String> commands = COMMANDS.containsKey(command) ? Set.of(command) : COMMANDS.keySet();
    System.exit(commandLine(OptionDefaults.FILE, commands).execute(arguments));
  }

  static CommandLine commandLine() {
    return commandLine(OptionDefaults.FILE);
  }

  /** @param defaults the file of options that hold unless the command line says otherwise */
  static CommandLine commandLine(Path defaults) {
    return commandLine(defaults, COMMANDS.keySet());
  }

  private static CommandLine commandLine(Path defaults, Set<String> commands) {
    CommandSpec joist = group("joist", "Runs JavaScript through a modular baseline JIT compiler.");
    joist.usageMessage().footer("", "'joist conformance' checks backends and other parts by the rules for them; see 'joist conformance --help'.", "Options may also stand in a file joist.properties in the working directory (jit-threshold=10), or be given",
        "as system properties of the JVM (-Djoist.jit-threshold=10 in the variable JOIST_JAVA_OPTIONS).");
    joist.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).description("Show the version and exit.").build());
    joist.version(VERSION);
    COMMANDS.forEach((name, command) -> {
      if (commands.contains(name)) {
        joist.addSubcommand(name, command.get());
      }
    });

    CommandLine line = new CommandLine(joist);
    line.setDefaultValueProvider(new OptionDefaults(defaults));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(Joist::report);
    line.setParameterExceptionHandler(Joist::reportUsage);
    // What follows the program's file is the program's.
    line.getSubcommands().forEach((name, command) -> command.setStopAtPositional(RUNS_A_PROGRAM.contains(name)));
    line.setUsageHelpWidth(HELP_WIDTH);
    return line;
  }

  /** A command that does nothing but hold others. */
  private static CommandSpec group(String name, String description) {
    Group action = new Group();
    action.spec = Options.command(name, action, description);
    action.spec.usageMessage().synopsisSubcommandLabel("COMMAND");
    return action.spec;
  }

  private static final class Group implements Runnable {
    private CommandSpec spec;

    @Override
    public void run() {
      List<String> commands = spec.subcommands().keySet().stream().toList();
      throw new ParameterException(spec.commandLine(), "Say what to do: " + String.join(", ", commands));
    }
  }

  /** Errors that have a message for users are shown as such; anything else is a bug of ours and shows its stack. */
  private static int report(Exception exception, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
    if (!(exception instanceof JoistException || exception instanceof UsageException || exception instanceof SuiteException)) {
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
}
