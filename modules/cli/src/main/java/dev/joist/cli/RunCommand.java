package dev.joist.cli;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joist run}. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs a JavaScript program.")
final class RunCommand implements Callable<Integer> {
  private static final int OUTPUT_BUFFER_BYTES = 8192;

  @Mixin
  private EngineSettings settings = new EngineSettings();

  @Option(names = "--stats", description = "write statistics as JSON to standard error at the end")
  private boolean stats;

  @Parameters(index = "0", paramLabel = "FILE", description = "the program")
  private String path;

  @Parameters(index = "1..*", paramLabel = "ARG", description = "what the program finds in process.argv from index 2 on")
  private List<String> arguments = List.of();

  @Override
  public Integer call() {
    ScriptFile file = ScriptFile.read(path);
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream buffered = new PrintStream(new BufferedOutputStream(out, OUTPUT_BUFFER_BYTES), false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    EngineOptions options = settings.toOptions().withOutput(buffered, err);
    try (Engine engine = Engine.create(options)) {
      ProgramArguments.define(engine, file.name(), arguments);
      int status = run(engine, file, buffered, err);
      if (stats) {
        err.println(StatisticsJson.of(engine.statistics()));
      }
      return status;
    }
  }

  private static int run(Engine engine, ScriptFile file, PrintStream out, PrintStream err) {
    String report;
    try {
      engine.eval(file.name(), file.text());
      return 0;
    } catch (ScriptException e) {
      report = e.report();
    } catch (ScriptSyntaxException e) {
      report = e.report();
    } catch (ScriptInterruptedException e) {
      report = "joist: " + e.getMessage();
    } finally {
      out.flush();
    }
    err.println(report);
    return Joist.FAILED;
  }
}
