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

/** A small instruction in the interpreter: mostly dispatch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InterpreterBenchmark {
  private static final int ROUNDS = 10_000;
  private static final int INSTRUCTIONS_A_ROUND = 4;

  private static final String SUM = """
      .function f0 "" script
      .parameters 0
      .length 0
      .registers 6
      .sites 4
        LoadInt8 r1, 0
        LoadInt8 r2, 0
        LoadInt32 r3, %d
      L_loop:
        BitXor r2, r2, r1, s0
        Inc r1, r1, s1
        JumpIfNotLess r1, r3, L_end, s2
        JumpLoop L_loop, s3
      L_end:
        Return r2
      .end
      """.formatted(ROUNDS);

  private BenchmarkEngine engine;
  private Handle function;

  @Setup(Level.Trial)
  public void load() {
    engine = new BenchmarkEngine();
    function = engine.bytecode(SUM);
  }

  @TearDown(Level.Trial)
  public void close() {
    engine.close();
  }

  @Benchmark
  @OperationsPerInvocation(ROUNDS * INSTRUCTIONS_A_ROUND)
  public long instruction() {
    return engine.call(function);
  }
}
