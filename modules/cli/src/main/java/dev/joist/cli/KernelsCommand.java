package dev.joist.cli;

import dev.joist.embedding.EngineOptions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code joist bench kernels}. */
final class KernelsCommand implements Runnable {
  private CommandSpec spec;

  private KernelsCommand() {}

  static CommandSpec create() {
    KernelsCommand command = new KernelsCommand();
    command.spec = Options.command("kernels", command,
        "Counts machine instructions per iteration of small loops, beside other engines' baseline tiers. Needs the simulator.");
    EngineSettings.addTo(command.spec);
    return command.spec;
  }

  @Override
  public void run() {
    EngineOptions options = EngineSettings.counting(spec.commandLine().getParseResult());
    PrintWriter out = spec.commandLine().getOut();
    List<KernelRun> runs = new ArrayList<>();
    for (Kernel kernel : Kernel.ALL) {
      runs.add(KernelRun.of(kernel, options));
    }
    String ours = "Joist " + options.strategies().allocator() + ", " + options.strategies().ic();
    out.println(row("per iteration", kernel -> kernel.name()));
    out.println("|---|" + "---|".repeat(Kernel.ALL.length));
    out.println(row("V8 Sparkplug", kernel -> String.valueOf(kernel.sparkplug())));
    out.println(row("JSC Baseline", kernel -> String.valueOf(kernel.jscBaseline())));
    out.println(row("aim", kernel -> String.valueOf(kernel.aim())));
    out.println(row(ours, runs, run -> number(run.instructions(), 1) + (run.isComplete() ? "" : " *")));
    out.println(row("slow paths", runs, run -> number(run.slowPaths(), 4)));
    out.println(row("deoptimizations", runs, run -> number(run.deoptimizations(), 4)));
    if (!runs.stream().allMatch(KernelRun::isComplete)) {
      out.println();
      out.println("* more than 0.01 slow paths or deoptimizations an iteration: work in Java is not in the count");
    }
    out.flush();
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static String row(String title, Function<Kernel, String> cell) {
    StringBuilder line = new StringBuilder("| " + title + " |");
    Arrays.stream(Kernel.ALL).forEach(kernel -> line.append(' ').append(cell.apply(kernel)).append(" |"));
    return line.toString();
  }

  private static String row(String title, List<KernelRun> runs, Function<KernelRun, String> cell) {
    StringBuilder line = new StringBuilder("| " + title + " |");
    runs.forEach(run -> line.append(' ').append(cell.apply(run)).append(" |"));
    return line.toString();
  }
}
