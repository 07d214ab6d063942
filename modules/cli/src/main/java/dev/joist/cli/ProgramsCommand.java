package dev.joist.cli;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.JitMode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code joist bench programs}. */
final class ProgramsCommand implements Runnable {
  private CommandSpec spec;

  private ProgramsCommand() {}

  static CommandSpec create() {
    ProgramsCommand command = new ProgramsCommand();
    command.spec = Options.command("programs", command,
        "Times whole programs, interpreted and compiled, in turns; the best time of several counts.");
    EngineSettings.addTo(command.spec);
    command.spec.addOption(OptionSpec.builder("--rounds").type(int.class).defaultValue("7").paramLabel("COUNT")
        .description("times that each program runs each way (default: ${DEFAULT-VALUE})").build());
    command.spec.addPositional(PositionalParamSpec.builder().index("0..*").arity("1..*").type(List.class).auxiliaryTypes(String.class)
        .required(true).paramLabel("FILE").description("programs").build());
    return command.spec;
  }

  /** A run's time and what the engine counted. */
  private record Timed(long nanos, EngineStatistics statistics) {}

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("| program | interpreted ms | compiled ms | instructions, millions | millions a second | functions | slow paths | deoptimizations |");
    out.println("|---|---|---|---|---|---|---|---|");
    ParseResult parsed = spec.commandLine().getParseResult();
    EngineOptions compiled = EngineSettings.from(parsed);
    int rounds = Options.value(parsed, "--rounds");
    List<String> files = Options.positional(parsed, 0);
    EngineOptions interpreted = compiled.withJit(JitMode.OFF);
    for (String path : files) {
      ScriptFile file = ScriptFile.read(path);
      Timed slow = null;
      Timed fast = null;
      for (int round = 0; round < rounds; round++) {
        slow = better(slow, time(file, interpreted));
        fast = better(fast, time(file, compiled));
      }
      EngineStatistics statistics = fast.statistics();
      long instructions = statistics.machineInstructions().orElse(0);
      out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.2f | %.0f | %d | %d | %d |%n", file.name(), slow.nanos() / 1e6, fast.nanos() / 1e6,
          instructions / 1e6, instructions * 1e3 / fast.nanos(), statistics.compiledFunctions(), statistics.slowPathCalls(),
          statistics.deoptimizations());
      out.flush();
    }
  }

  private static Timed better(Timed a, Timed b) {
    return a == null || b.nanos() < a.nanos() ? b : a;
  }

  private static Timed time(ScriptFile file, EngineOptions options) {
    PrintStream discarded = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    try (Engine engine = Engine.create(options.withOutput(discarded, discarded))) {
      long start = System.nanoTime();
      engine.eval(file.name(), file.text());
      return new Timed(System.nanoTime() - start, engine.statistics());
    }
  }
}
