package dev.joist.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code joist bench}: whole programs, Joist beside other engines, in turns. */
final class BenchCommand implements Callable<Integer> {
  private CommandSpec spec;

  private BenchCommand() {}

  static CommandSpec create() {
    BenchCommand command = new BenchCommand();
    command.spec = Options.command("bench", command,
        "Times whole programs, each in a process of its own from its start to its end, in turns with other engines: medians, spreads and ratios.",
        "An output that differs from Joist's is an error.");
    command.spec.addSubcommand("kernels", KernelsCommand.create());
    EngineSettings.addTo(command.spec);
    command.spec.addOption(OptionSpec.builder("--vs").type(List.class).auxiliaryTypes(String.class).arity("1").paramLabel("[NAME=]COMMAND")
        .description("another engine, as a command to which program and arguments are added: 'node --jitless'; may be repeated").build());
    command.spec.addOption(OptionSpec.builder("--rounds").type(int.class).defaultValue("5").paramLabel("COUNT")
        .description("times that each engine runs each program (default: ${DEFAULT-VALUE})").build());
    command.spec.addOption(Options.flag("--cpu", "compare processor time, of all threads, instead of elapsed time (Linux)"));
    command.spec.addOption(Options.flag("--json", "write JSON"));
    command.spec.addPositional(PositionalParamSpec.builder().index("0..*").arity("0..*").type(List.class).auxiliaryTypes(String.class)
        .paramLabel("PROGRAM").description("a file, or a file and its arguments in quotes: 'examples/nbody.js 2000'").build());
    return command.spec;
  }

  @Override
  public Integer call() {
    ParseResult parsed = spec.commandLine().getParseResult();
    List<String> programs = Options.positional(parsed, 0);
    if (programs == null || programs.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Say what to measure: programs, or one of " + String.join(", ", spec.subcommands().keySet()));
    }
    int rounds = Options.value(parsed, "--rounds");
    boolean cpu = Options.<Boolean>value(parsed, "--cpu");
    List<BenchEngine> engines = engines(parsed);
    List<BenchResult> results = new ArrayList<>();
    PrintWriter out = spec.commandLine().getOut();
    boolean json = Options.<Boolean>value(parsed, "--json");
    BenchReport report = new BenchReport(engines, cpu);
    if (!json) {
      out.println(report.head());
    }
    for (String program : programs) {
      BenchResult result = BenchResult.measure(ShellWords.split(program), engines, rounds, cpu);
      results.add(result);
      if (!json) {
        out.println(report.row(result));
        out.flush();
      }
    }
    out.println(json ? report.json(results) : report.means(results));
    out.flush();
    return results.stream().allMatch(BenchResult::agrees) ? 0 : Joist.FAILED;
  }

  private static List<BenchEngine> engines(ParseResult parsed) {
    List<String> run = new ArrayList<>(List.of("run"));
    run.addAll(EngineSettings.arguments(parsed));
    List<BenchEngine> engines = new ArrayList<>(List.of(new BenchEngine("joist", Launcher.command(run))));
    List<String> others = Options.value(parsed, "--vs");
    if (others != null) {
      others.forEach(other -> engines.add(BenchEngine.parse(other)));
    }
    return engines;
  }
}
