package dev.joist.conformance.fuzz;

import dev.joist.conformance.fuzz.Campaign.Failure;
import dev.joist.conformance.fuzz.Differential.Difference;
import dev.joist.spi.value.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command. */
@Command(name = "conformance/fuzz/run", sortOptions = false, mixinStandardHelpOptions = true, description = {
    "Runs random programs interpreted and compiled, in all combinations of strategies found, and compares what they do.",
    "Exit status: 0 all agree, 1 a difference, a fault or a leak, 2 wrong options, 3 compiled code hangs."})
public final class Fuzz implements Callable<Integer> {
  /** As an engine's own thread: deep recursion must not meet the end of Java's stack. */
  static final long STACK_BYTES = 64L << 20;

  private static final int DIFFERENT = 1;
  private static final int WRONG_OPTIONS = 2;
  private static final long PROGRESS_NANOS = 10_000_000_000L;
  private static final int BATCHES_PER_LEAK_CHECK = 20;
  private static final Duration LIMIT = Duration.ofSeconds(2);

  @Option(names = "--kind", split = ",", description = "bytecode, javascript; both by turns unless chosen")
  private List<Program.Kind> kinds = List.of(Program.Kind.values());

  @Option(names = "--seconds", description = "how long; 60 unless --cases or --functions is given")
  private long seconds;

  @Option(names = "--cases", description = "how many programs")
  private long cases;

  @Option(names = "--functions", description = "how many functions in all programs, at least")
  private long functions;

  @Option(names = "--seed", description = "of the first program; the next programs have the next seeds")
  private Long seed;

  @Option(names = "--backend", split = ",", description = "only these; likewise the next four")
  private List<String> backends = List.of();

  @Option(names = "--host", split = ",")
  private List<String> hosts = List.of();

  @Option(names = "--allocator", split = ",")
  private List<String> allocators = List.of();

  @Option(names = "--ic", split = ",")
  private List<String> inlineCaches = List.of();

  @Option(names = "--abi", split = ",")
  private List<String> abis = List.of();

  @Option(names = "--values", description = "the value representation: one for a process")
  private String values;

  @Option(names = "--ways", defaultValue = "4", description = "ways that each batch is run in, besides interpreted, and now and then collecting; ${DEFAULT-VALUE} unless chosen")
  private int waysPerBatch;

  @Option(names = "--out", defaultValue = "conformance/fuzz/target/failures", description = "folder for failures; ${DEFAULT-VALUE}")
  private Path folder;

  @Option(names = "--program", description = "instead of random programs: run this file (.js, .joist) in all ways")
  private Path file;

  @Option(names = "--print", description = "only print the program of --seed")
  private boolean print;

  private Fuzz() {}

  /** Ends the process with the exit status. */
  public static void main(String[] arguments) throws InterruptedException {
    int[] status = new int[1];
    Thread worker = new Thread(null, () -> status[0] = new CommandLine(new Fuzz()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments), "fuzz",
        STACK_BYTES);
    worker.start();
    worker.join();
    System.exit(status[0]);
  }

  @Override
  public Integer call() throws IOException {
    if (values != null) {
      System.setProperty(Values.PROPERTY, values);
    }
    if (seed == null) {
      seed = System.currentTimeMillis() * 1000;
    }
    if (print) {
      System.out.print(Program.random(kinds.getFirst(), seed).text());
      return 0;
    }
    List<Way> ways;
    try {
      ways = Way.all(Installed.combinations(new Installed.Wanted(backends, hosts, allocators, inlineCaches, abis)));
    } catch (IllegalArgumentException unknown) {
      System.err.println("fuzz: " + unknown.getMessage());
      return WRONG_OPTIONS;
    }
    try (Watchdog watchdog = new Watchdog(LIMIT)) {
      return file != null ? replay(ways, watchdog) : fuzz(ways, watchdog);
    }
  }

  private int replay(List<Way> ways, Watchdog watchdog) throws IOException {
    Program.Kind kind = file.toString().endsWith(".js") ? Program.Kind.JAVASCRIPT : Program.Kind.BYTECODE;
    Optional<Program> program = Program.read(kind, Files.readString(file));
    if (program.isEmpty()) {
      System.err.println("fuzz: " + file + " is no program");
      return WRONG_OPTIONS;
    }
    Optional<Difference> difference = new Differential(watchdog).compare(List.of(program.get()), ways);
    System.out.println(difference.map(found -> "--- interpreted\n" + found.expected() + "--- " + found.way() + "\n" + found.actual())
        .orElse("the same in " + ways.size() + " ways"));
    return difference.isPresent() ? DIFFERENT : 0;
  }

  private int fuzz(List<Way> ways, Watchdog watchdog) {
    System.out.println("seed " + seed + ", values " + Values.representation().name() + ", " + ways.size() + " ways, " + waysPerBatch + " for each batch:");
    ways.forEach(way -> System.out.println("  " + way));
    List<Campaign> campaigns = kinds.stream().map(kind -> new Campaign(kind, ways, waysPerBatch, watchdog)).toList();
    LeakCheck leaks = new LeakCheck();
    long start = System.nanoTime();
    long shown = start;
    long next = seed;
    for (int batch = 0; goesOn(campaigns, start); batch++) {
      Campaign campaign = campaigns.get(batch % campaigns.size());
      int count = (int) (cases > 0 ? Math.min(campaign.batchSize(), cases - programs(campaigns)) : campaign.batchSize());
      note(next, count);
      Optional<Failure> failure = campaign.batch(next, count);
      if (failure.isPresent()) {
        report(failure.get());
        return DIFFERENT;
      }
      next += count;
      if (batch % BATCHES_PER_LEAK_CHECK == 0) {
        Optional<String> leak = leaks.check();
        if (leak.isPresent()) {
          System.out.println("a leak, seen at seed " + next + ": " + leak.get());
          return DIFFERENT;
        }
      }
      if (System.nanoTime() - shown > PROGRESS_NANOS) {
        shown = System.nanoTime();
        System.out.println(progress(campaigns, start) + "; " + leaks);
      }
    }
    System.out.println("no difference: " + progress(campaigns, start) + "; next seed " + next);
    return 0;
  }

  private boolean goesOn(List<Campaign> campaigns, long start) {
    boolean unlimited = cases == 0 && functions == 0;
    long limit = seconds > 0 ? seconds : unlimited ? 60 : Long.MAX_VALUE;
    return (cases == 0 || programs(campaigns) < cases) && (functions == 0 || functions(campaigns) < functions) && elapsedSeconds(start) < limit;
  }

  private static long elapsedSeconds(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }

  /** Of all threads since the JVM started: on a machine that others use it says more than elapsed time. */
  private static long processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toSeconds();
  }

  private static long programs(List<Campaign> campaigns) {
    return campaigns.stream().mapToLong(Campaign::programs).sum();
  }

  private static long functions(List<Campaign> campaigns) {
    return campaigns.stream().mapToLong(Campaign::functions).sum();
  }

  private static String progress(List<Campaign> campaigns, long start) {
    List<Differential> runs = campaigns.stream().map(Campaign::differential).toList();
    return String.format(Locale.ROOT, "%d s (%d s of processor time): %d programs with %d functions, %s of them with code in the end in each way; %d compilations, %d deoptimizations, %d entries of loops, %d runs not judged",
        elapsedSeconds(start), processorSeconds(), programs(campaigns), functions(campaigns),
        runs.stream().map(run -> String.format(Locale.ROOT, "%.1f%%", 100 * run.shareCompiled())).collect(Collectors.joining(" and ")),
        runs.stream().mapToLong(Differential::compiled).sum(),
        runs.stream().mapToLong(Differential::deoptimizations).sum(), runs.stream().mapToLong(Differential::osrEntries).sum(),
        runs.stream().mapToLong(Differential::inconclusive).sum());
  }

  /** For whoever finds the JVM dead: what it was about. */
  private void note(long first, int count) {
    write(folder.resolve("running"), "--seed " + first + " --cases " + count + "\n");
  }

  private void report(Failure failure) {
    String suffix = failure.program().kind().suffix();
    Path report = folder.resolve(suffix + "-" + failure.seed() + ".txt");
    Path reduced = folder.resolve(suffix + "-" + failure.seed() + "." + suffix);
    write(report, failure.report());
    write(reduced, failure.reduced().getLast().text());
    System.out.println(failure.report());
    System.out.println("written to " + report + " and " + reduced);
  }

  private static void write(Path target, String text) {
    try {
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target + ": choose another folder by --out", e);
    }
  }
}
