package dev.joist.cli;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.InvalidBytecodeException;
import dev.joist.embedding.ScriptException;
import dev.joist.embedding.ScriptInterruptedException;
import dev.joist.embedding.ScriptSyntaxException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code joist run}. */
final class RunCommand implements Callable<Integer> {
  private static final int OUTPUT_BUFFER_BYTES = 8192;

  private CommandSpec spec;

  private RunCommand() {}

  static CommandSpec create() {
    RunCommand command = new RunCommand();
    command.spec = Options.command("run", command, "Runs a JavaScript program.");
    EngineSettings.addTo(command.spec);
    command.spec.addOption(Options.flag("--stats", "write statistics as JSON to standard error at the end"));
    addProgramTo(command.spec);
    return command.spec;
  }

  /** Adds a program's file and its arguments. */
  static void addProgramTo(CommandSpec command) {
    command.addPositional(PositionalParamSpec.builder().index("0").type(String.class).paramLabel("FILE").required(true)
        .description("the program: JavaScript, or bytecode if its name ends with .joist").build());
    command.addPositional(PositionalParamSpec.builder().index("1..*").arity("0..*").type(List.class).auxiliaryTypes(String.class).paramLabel("ARG")
        .description("what the program finds in process.argv from index 2 on").build());
  }

  @Override
  public Integer call() {
    ParseResult parsed = spec.commandLine().getParseResult();
    return run(parsed, EngineSettings.from(parsed), (statistics, err) -> {
      if (Options.<Boolean>value(parsed, "--stats")) {
        err.println(StatisticsJson.of(statistics));
      }
    });
  }

  /**
   * Runs the program that the command line names.
   *
   * @param end gets what the engine has counted, and standard error
   * @return the exit status
   */
  static int run(ParseResult parsed, EngineOptions options, BiConsumer<EngineStatistics, PrintStream> end) {
    ScriptFile file = ScriptFile.read(Options.positional(parsed, 0));
    List<String> arguments = Options.positional(parsed, 1);
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    try (Engine engine = Engine.create(options.withOutput(out, err))) {
      int status = run(engine, file, arguments == null ? List.of() : arguments, out, err);
      end.accept(engine.statistics(), err);
      err.flush();
      return status;
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), OUTPUT_BUFFER_BYTES), false, StandardCharsets.UTF_8);
  }

  private static int run(Engine engine, ScriptFile file, List<String> arguments, PrintStream out, PrintStream err) {
    String report;
    try {
      return file.run(engine, arguments);
    } catch (ScriptException e) {
      report = e.report();
    } catch (ScriptSyntaxException e) {
      report = e.report();
    } catch (InvalidBytecodeException | ScriptInterruptedException e) {
      report = "joist: " + e.getMessage();
    } finally {
      out.flush();
    }
    err.println(report);
    return Joist.FAILED;
  }
}
