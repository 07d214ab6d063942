package dev.joist.embedding;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How an engine works. Start from {@link #DEFAULTS} and change what you like.
 *
 * @param strategies which of the interchangeable parts to use
 * @param jit when functions are compiled
 * @param jitThreshold calls after which a function is compiled under {@link JitMode#LAZY}, at least 1
 * @param heapLimit most bytes of JavaScript heap; 0: a quarter of the machine's memory
 * @param timeout longest time an evaluation may take; zero: no limit
 * @param stress for tests
 * @param pluginPath folders whose jars are searched for plugins and strategies, besides what Joist was started with
 * @param profileInterval executed machine instructions from one sample of {@link EngineStatistics#costs} to the next, for hosts that count them; 0: no
 *     samples
 * @param rejections what becomes of promises that are rejected while nobody listens
 * @param out where {@code console.log} writes, as UTF-8
 * @param err where {@code console.error} writes, as UTF-8
 */
public record EngineOptions(
    Strategies strategies, JitMode jit, int jitThreshold, long heapLimit, Duration timeout, Set<Stress> stress, List<Path> pluginPath,
    long profileInterval, UnhandledRejections rejections, PrintStream out, PrintStream err) {
  public static final EngineOptions DEFAULTS = new EngineOptions(
      Strategies.DEFAULTS, JitMode.LAZY, 100, 0, Duration.ZERO, EnumSet.noneOf(Stress.class), List.of(), 0, UnhandledRejections.THROW, System.out, System.err);

  public EngineOptions {
    Objects.requireNonNull(strategies);
    Objects.requireNonNull(jit);
    Objects.requireNonNull(rejections);
    Objects.requireNonNull(out);
    Objects.requireNonNull(err);
    stress = Set.copyOf(stress);
    pluginPath = List.copyOf(pluginPath);
    if (jitThreshold < 1) {
      throw new ConfigurationException("the threshold of the JIT is " + jitThreshold + "; it must be 1 or more");
    }
    if (heapLimit < 0) {
      throw new ConfigurationException("the heap limit is " + heapLimit + " bytes; it must not be negative");
    }
    if (profileInterval < 0) {
      throw new ConfigurationException("the profile's interval is " + profileInterval + " instructions; it must not be negative");
    }
    if (timeout.isNegative()) {
      throw new ConfigurationException("the timeout is " + timeout + "; it must not be negative");
    }
  }

  public EngineOptions withStrategies(Strategies value) {
    return new EngineOptions(value, jit, jitThreshold, heapLimit, timeout, stress, pluginPath, profileInterval, rejections, out, err);
  }

  public EngineOptions withJit(JitMode value) {
    return new EngineOptions(strategies, value, jitThreshold, heapLimit, timeout, stress, pluginPath, profileInterval, rejections, out, err);
  }

  public EngineOptions withJitThreshold(int value) {
    return new EngineOptions(strategies, jit, value, heapLimit, timeout, stress, pluginPath, profileInterval, rejections, out, err);
  }

  public EngineOptions withHeapLimit(long value) {
    return new EngineOptions(strategies, jit, jitThreshold, value, timeout, stress, pluginPath, profileInterval, rejections, out, err);
  }

  public EngineOptions withTimeout(Duration value) {
    return new EngineOptions(strategies, jit, jitThreshold, heapLimit, value, stress, pluginPath, profileInterval, rejections, out, err);
  }

  public EngineOptions withStress(Set<Stress> value) {
    return new EngineOptions(strategies, jit, jitThreshold, heapLimit, timeout, value, pluginPath, profileInterval, rejections, out, err);
  }

  public EngineOptions withPluginPath(List<Path> value) {
    return new EngineOptions(strategies, jit, jitThreshold, heapLimit, timeout, stress, value, profileInterval, rejections, out, err);
  }

  public EngineOptions withProfileInterval(long value) {
    return new EngineOptions(strategies, jit, jitThreshold, heapLimit, timeout, stress, pluginPath, value, rejections, out, err);
  }

  public EngineOptions withUnhandledRejections(UnhandledRejections value) {
    return new EngineOptions(strategies, jit, jitThreshold, heapLimit, timeout, stress, pluginPath, profileInterval, value, out, err);
  }

  public EngineOptions withOutput(PrintStream newOut, PrintStream newErr) {
    return new EngineOptions(strategies, jit, jitThreshold, heapLimit, timeout, stress, pluginPath, profileInterval, rejections, newOut, newErr);
  }
}
