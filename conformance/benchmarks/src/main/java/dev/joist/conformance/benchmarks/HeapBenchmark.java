package dev.joist.conformance.benchmarks;

import dev.joist.runtime.heap.Handle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Memory: objects made by compiled code, most of which die at once, and a collection with as many alive. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HeapBenchmark {
  private static final int OBJECTS = 100_000;

  private BenchmarkEngine engine;
  private Handle function;

  @Setup(Level.Trial)
  public void load() {
    engine = new BenchmarkEngine().compiling("fixed", "upcall");
    engine.value("const kept = []; for (let i = 0; i < " + OBJECTS + "; i++) kept.push({ x: i, y: kept[i >> 1] }); globalThis.kept = kept;");
    function = engine.value("(function () { let last; for (let i = 0; i < " + OBJECTS + "; i++) last = { x: i, y: i }; return last; })");
  }

  @TearDown(Level.Trial)
  public void close() {
    engine.checkAllCompiled();
    engine.close();
  }

  /** An object of two properties, with its share of the collections. */
  @Benchmark
  @OperationsPerInvocation(OBJECTS)
  public long allocate() {
    return engine.call(function);
  }

  /** A collection, by live object. */
  @Benchmark
  @OperationsPerInvocation(OBJECTS)
  public void collect() {
    engine.vm().heap().collect();
  }
}
