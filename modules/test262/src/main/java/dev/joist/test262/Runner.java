package dev.joist.test262;

import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.UnhandledRejections;
import dev.joist.test262.TestRun.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs tests on several threads. Nothing that a test does ends the run. */
public final class Runner {
  /** How much longer than its time limit a test may take to be stopped. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Suite suite;
  private final Exclusions exclusions;
  private final EngineOptions options;

  /** @param options of every engine; the timeout, which must not be zero, is each test's */
  public Runner(Suite suite, Exclusions exclusions, EngineOptions options) {
    this.suite = suite;
    this.exclusions = exclusions;
    // To the suite a rejection that nobody listens to is no failure.
    this.options = options.withUnhandledRejections(UnhandledRejections.IGNORE);
  }

  /**
   * Runs tests in all modes that they ask for.
   *
   * @param paths as {@link Suite#paths} gives them
   * @param jobs how many run at a time
   * @param progress gets each result as it comes, on one thread at a time
   * @return the results, sorted by path and mode
   */
  public List<Result> run(List<String> paths, int jobs, Consumer<Result> progress) {
    List<Result> results = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger next = new AtomicInteger();
    // A test that cannot be stopped keeps its thread; the others go on with new ones.
    try (ExecutorService tests = Executors.newCachedThreadPool(Runner::daemon); ExecutorService workers = Executors.newFixedThreadPool(jobs, Runner::daemon)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        running.add(workers.submit(() -> {
          for (int index = next.getAndIncrement(); index < paths.size(); index = next.getAndIncrement()) {
            for (Result result : runOne(paths.get(index), tests)) {
              synchronized (progress) {
                results.add(result);
                progress.accept(result);
              }
            }
          }
          return null;
        }));
      }
      running.forEach(Runner::await);
      tests.shutdownNow();
    }
    results.sort(Comparator.comparing(Result::path).thenComparing(Result::mode));
    return results;
  }

  private List<Result> runOne(String path, ExecutorService tests) throws InterruptedException {
    TestCase test = suite.read(path);
    Optional<String> excluded = exclusions.reason(test);
    List<Result> results = new ArrayList<>();
    for (Mode mode : Mode.of(test.frontMatter().flags())) {
      long start = System.nanoTime();
      Verdict verdict = excluded.isPresent() ? new Verdict(Outcome.SKIPPED, excluded.get()) : guarded(new TestRun(suite, exclusions, test, mode), tests);
      results.add(new Result(path, mode, verdict.outcome(), verdict.detail(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
    }
    return results;
  }

  private Verdict guarded(TestRun run, ExecutorService tests) throws InterruptedException {
    Future<Verdict> future = tests.submit(() -> run.run(options));
    try {
      return future.get(options.timeout().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      return new Verdict(Outcome.CRASHED, "could not be stopped");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SuiteException broken) {
        throw broken;
      }
      return new Verdict(Outcome.CRASHED, String.valueOf(e.getCause()));
    }
  }

  private static void await(Future<?> worker) {
    try {
      worker.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SuiteException("the run was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SuiteException broken ? broken : new IllegalStateException(e.getCause());
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "joist-test262");
    thread.setDaemon(true);
    return thread;
  }
}
