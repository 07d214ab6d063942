package dev.joist.cli;

import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.EngineStatistics.FunctionCost;
import dev.joist.embedding.EngineStatistics.SlowSite;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code joist profile}: what functions cost, in executed instructions, which are the same in every run. */
final class ProfileCommand implements Callable<Integer> {
  /** A prime, so that samples do not keep step with a loop. */
  private static final long INTERVAL = 1009;

  private CommandSpec spec;

  private ProfileCommand() {}

  static CommandSpec create() {
    ProfileCommand command = new ProfileCommand();
    command.spec = Options.command("profile", command,
        "Runs a program in the simulator and shows which functions execute most machine instructions, and which instructions of the bytecode call Java.");
    EngineSettings.addTo(command.spec);
    command.spec.addOption(OptionSpec.builder("--top").type(int.class).defaultValue("10").paramLabel("N")
        .description("how many functions and instructions to show (default: ${DEFAULT-VALUE})").build());
    RunCommand.addProgramTo(command.spec);
    return command.spec;
  }

  @Override
  public Integer call() {
    ParseResult parsed = spec.commandLine().getParseResult();
    int top = Options.<Integer>value(parsed, "--top");
    return RunCommand.run(parsed, EngineSettings.counting(parsed).withProfileInterval(INTERVAL), (statistics, err) -> show(statistics, top, err));
  }

  private static void show(EngineStatistics statistics, int top, PrintStream err) {
    long sum = statistics.costs().stream().mapToLong(FunctionCost::instructions).sum();
    err.println();
    if (sum == 0) {
      err.println("No machine code was executed for long enough to be seen: nothing was hot.");
      return;
    }
    err.printf(Locale.ROOT, "%,d machine instructions, %,d calls into Java%n", statistics.machineInstructions().orElse(0), statistics.slowPathCalls());
    err.printf("%14s %6s %12s  %s%n", "instructions", "share", "into Java", "function");
    statistics.costs().stream().limit(top).forEach(cost -> err.printf(Locale.ROOT, "%,14d %5.1f%% %,12d  %s%s%n", cost.instructions(),
        100.0 * cost.instructions() / sum, cost.calls(), cost.function(), line(cost.line())));
    if (!statistics.slowSites().isEmpty()) {
      err.printf("%14s  %s%n", "calls of Java", "by");
      statistics.slowSites().stream().limit(top).forEach(site -> err.printf(Locale.ROOT, "%,14d  %s%n", site.calls(), where(site)));
    }
  }

  private static String where(SlowSite site) {
    return site.opcode() + (site.text().isEmpty() ? "" : " " + site.text()) + " in " + site.function() + line(site.line());
  }

  private static String line(int line) {
    return line == 0 ? "" : ", line " + line;
  }
}
