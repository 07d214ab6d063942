package dev.joist.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code joist compare}: one program under every combination of the strategies that are named. */
final class CompareCommand implements Callable<Integer> {
  private CommandSpec spec;

  private CompareCommand() {}

  static CommandSpec create() {
    CompareCommand command = new CompareCommand();
    command.spec = Options.command("compare", command,
        "Runs a program under every combination of strategies, each in a JVM of its own, and shows what each costs; * marks the best of a column.",
        "Several strategies of a kind are separated by commas: --allocator fixed,linear-scan --values nanbox,tagged.",
        "An output that differs from the first combination's is an error.");
    EngineSettings.addTo(command.spec);
    command.spec.addOption(OptionSpec.builder("--rounds").type(int.class).defaultValue("5").paramLabel("COUNT")
        .description("times that each combination runs, in turns, where time is measured (default: ${DEFAULT-VALUE})").build());
    command.spec.addOption(Options.flag("--json", "write JSON"));
    command.spec.addPositional(PositionalParamSpec.builder().index("0").type(String.class).paramLabel("FILE").required(true)
        .description("the program").build());
    command.spec.addPositional(PositionalParamSpec.builder().index("1..*").arity("0..*").type(List.class).auxiliaryTypes(String.class).paramLabel("ARG")
        .description("the program's arguments").build());
    return command.spec;
  }

  @Override
  public Integer call() {
    ParseResult parsed = spec.commandLine().getParseResult();
    List<String> program = new ArrayList<>(List.of(Options.<String>positional(parsed, 0)));
    List<String> arguments = Options.positional(parsed, 1);
    if (arguments != null) {
      program.addAll(arguments);
    }
    List<Combination> combinations = Combination.all(parsed);
    List<CompareResult> results = CompareResult.measure(combinations, program, Options.value(parsed, "--rounds"));
    PrintWriter out = spec.commandLine().getOut();
    out.println(Options.<Boolean>value(parsed, "--json") ? JsonObject.array(results.stream().map(CompareResult::toJson).toList())
        : CompareTable.of(results));
    out.flush();
    return results.stream().allMatch(CompareResult::agrees) ? 0 : Joist.FAILED;
  }
}
