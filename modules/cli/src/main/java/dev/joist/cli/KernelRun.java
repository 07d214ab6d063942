package dev.joist.cli;

import dev.joist.embedding.ConfigurationException;
import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What one iteration of a kernel costs.
 *
 * @param instructions machine instructions executed
 * @param slowPaths calls into Java
 * @param deoptimizations frames given up
 */
record KernelRun(double instructions, double slowPaths, double deoptimizations) {
  /** Work done in Java is not counted as instructions, so above this much of it the count says little. */
  private static final double NEGLIGIBLE = 0.01;

  /** Runs the kernel twice, in an engine each, and divides the differences. */
  static KernelRun of(Kernel kernel, EngineOptions options) {
    int[] sizes = kernel.sizes();
    EngineStatistics small = run(kernel, sizes[0], options);
    EngineStatistics large = run(kernel, sizes[1], options);
    double iterations = kernel.iterations(sizes[1]) - kernel.iterations(sizes[0]);
    return new KernelRun(
        (instructions(large) - instructions(small)) / iterations,
        (large.slowPathCalls() - small.slowPathCalls()) / iterations,
        (large.deoptimizations() - small.deoptimizations()) / iterations);
  }

  private static EngineStatistics run(Kernel kernel, int n, EngineOptions options) {
    PrintStream discarded = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    try (Engine engine = Engine.create(options.withOutput(discarded, discarded))) {
      engine.eval("kernels.js", "var K=\"" + kernel.name() + "\", N=" + n + ";" + source());
      return engine.statistics();
    }
  }

  private static long instructions(EngineStatistics statistics) {
    return statistics.machineInstructions().orElseThrow(
        () -> new ConfigurationException("this host does not count instructions; choose --host simulator"));
  }

  private static String source() {
    try (InputStream resource = KernelRun.class.getResourceAsStream("kernels.js")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nearly all of the work is in the count. */
  boolean isComplete() {
    return slowPaths <= NEGLIGIBLE && deoptimizations <= NEGLIGIBLE;
  }
}
