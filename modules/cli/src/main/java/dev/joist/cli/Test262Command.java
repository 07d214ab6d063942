package dev.joist.cli;

import dev.joist.embedding.EngineOptions;
import dev.joist.test262.Baseline;
import dev.joist.test262.Exclusions;
import dev.joist.test262.JsonReport;
import dev.joist.test262.Outcome;
import dev.joist.test262.Result;
import dev.joist.test262.Runner;
import dev.joist.test262.Suite;
import dev.joist.test262.Summary;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code joist test262}. */
final class Test262Command implements Callable<Integer> {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
  private static final long HEAP_LIMIT = 256L << 20;

  private CommandSpec spec;

  private Test262Command() {}

  static CommandSpec create() {
    Test262Command command = new Test262Command();
    command.spec = Options.command("test262", command, "Runs a checkout of tc39/test262, the official test suite of ECMAScript.",
        "The time limit (--timeout) is 10s and the heap limit 256m unless given; both count for each test.");
    EngineSettings.addTo(command.spec);
    command.spec.addOption(OptionSpec.builder("--filter").type(List.class).auxiliaryTypes(String.class).paramLabel("PATH")
        .description("only tests in this folder below test/, or of this glob; may be given several times").build());
    command.spec.addOption(OptionSpec.builder("--jobs").type(int.class).defaultValue("1").paramLabel("COUNT")
        .description("tests that run at a time (default: ${DEFAULT-VALUE})").build());
    command.spec.addOption(file("--baseline", "fail when a test's result is not the one in this file, better or worse"));
    command.spec.addOption(file("--write-baseline", "write such a file"));
    command.spec.addOption(file("--json", "write all results to this file"));
    command.spec.addOption(file("--summary", "write the table by folder to this file, as docs/compatibility.md has it"));
    command.spec.addOption(Options.flag("--all", "also run what is excluded"));
    command.spec.addOption(Options.flag("--verbose", "show each test that does not pass, with the reason"));
    command.spec.addPositional(PositionalParamSpec.builder().index("0").type(Path.class).required(true).paramLabel("DIR")
        .description("the checkout").build());
    return command.spec;
  }

  private static OptionSpec file(String name, String description) {
    return OptionSpec.builder(name).type(Path.class).paramLabel("FILE").description(description).build();
  }

  @Override
  public Integer call() {
    ParseResult parsed = spec.commandLine().getParseResult();
    PrintWriter out = spec.commandLine().getOut();
    Suite suite = new Suite(Options.positional(parsed, 0));
    List<String> filters = parsed.matchedOptionValue("--filter", List.of());
    List<String> paths = suite.paths(filters);
    Path baselineFile = Options.value(parsed, "--baseline");
    Baseline baseline = baselineFile == null ? null : Baseline.read(baselineFile);
    int jobs = Options.value(parsed, "--jobs");
    if (jobs < 1) {
      throw new UsageException("--jobs is " + jobs + "; it must be 1 or more");
    }

    Exclusions exclusions = Options.<Boolean>value(parsed, "--all") ? Exclusions.none() : Exclusions.standard();
    Runner runner = new Runner(suite, exclusions, options(parsed));
    Progress progress = new Progress(paths.size(), spec.commandLine().getErr(), Options.<Boolean>value(parsed, "--verbose") ? out : null);
    List<Result> results = runner.run(paths, jobs, progress);
    progress.end();

    Path json = Options.value(parsed, "--json");
    if (json != null) {
      JsonReport.write(json, results);
    }
    Path newBaseline = Options.value(parsed, "--write-baseline");
    if (newBaseline != null) {
      Baseline.write(newBaseline, results);
    }
    Summary summary = new Summary(results);
    Path summaryFile = Options.value(parsed, "--summary");
    if (summaryFile != null) {
      summary.writeShortTable(summaryFile);
    }
    out.println(summary.table());
    boolean good = baseline == null ? summary.isClean() : asExpected(baseline, results, out);
    out.flush();
    return good ? 0 : Joist.FAILED;
  }

  private static EngineOptions options(ParseResult parsed) {
    EngineOptions options = EngineSettings.from(parsed);
    PrintStream discarded = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return options
        .withTimeout(options.timeout().isZero() ? TIME_LIMIT : options.timeout())
        .withHeapLimit(options.heapLimit() == 0 ? HEAP_LIMIT : options.heapLimit())
        .withOutput(discarded, discarded);
  }

  private static boolean asExpected(Baseline baseline, List<Result> results, PrintWriter out) {
    List<String> differences = baseline.differences(results);
    differences.forEach(out::println);
    out.println(differences.isEmpty() ? "as the baseline says" : differences.size() + " differences from the baseline");
    return differences.isEmpty();
  }

  /** A line now and then. */
  private static final class Progress implements Consumer<Result> {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(5);

    private final int files;
    private final PrintWriter err;
    private final PrintWriter failures;
    private final int[] counts = new int[Outcome.values().length];
    private String path = "";
    private int started;
    private long shown = System.nanoTime();

    /** @param failures gets a line for each test that does not pass; null: nobody wants that */
    Progress(int files, PrintWriter err, PrintWriter failures) {
      this.files = files;
      this.err = err;
      this.failures = failures;
    }

    @Override
    public void accept(Result result) {
      counts[result.outcome().ordinal()]++;
      if (!result.path().equals(path)) {
        path = result.path();
        started++;
      }
      if (failures != null && result.outcome() != Outcome.PASSED && result.outcome() != Outcome.SKIPPED) {
        failures.println(result.path() + ' ' + result.mode().text() + ' ' + result.outcome().text() + ": " + result.detail());
        failures.flush();
      }
      if (System.nanoTime() - shown > INTERVAL) {
        show();
      }
    }

    private void show() {
      shown = System.nanoTime();
      int passed = counts[Outcome.PASSED.ordinal()];
      int skipped = counts[Outcome.SKIPPED.ordinal()];
      int others = -passed - skipped;
      for (int count : counts) {
        others += count;
      }
      err.println("joist: " + started + " of " + files + " files: " + passed + " passed, " + others + " not, " + skipped + " skipped");
      err.flush();
    }

    void end() {
      show();
    }
  }
}
