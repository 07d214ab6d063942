package dev.joist.conformance.benchmarks;

import dev.joist.runtime.heap.Handle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From compiled code to an instruction's meaning in Java and back; the meaning is next to nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SlowPathBenchmark {
  private static final int ROUNDS = 1000;
  private static final int CALLS_A_ROUND = 10;

  private static final String CALLS = """
      .function f0 "" script
      .parameters 0
      .length 0
      .registers 6
      .sites 3
        LoadInt8 r1, 0
        LoadInt32 r3, %d
      L_loop:
      %s  Inc r1, r1, s0
        JumpIfNotLess r1, r3, L_end, s1
        JumpLoop L_loop, s2
      L_end:
        Return r1
      .end
      """.formatted(ROUNDS, ("  " + NothingPlugin.OPCODE + " r2\n").repeat(CALLS_A_ROUND));

  @Param({"upcall", "switch"})
  public String abi;

  private BenchmarkEngine engine;
  private Handle function;

  @Setup(Level.Trial)
  public void load() {
    engine = new BenchmarkEngine(new NothingPlugin()).compiling("fixed", abi);
    function = engine.bytecode(CALLS);
  }

  @TearDown(Level.Trial)
  public void close() {
    engine.checkAllCompiled();
    engine.close();
  }

  @Benchmark
  @OperationsPerInvocation(ROUNDS * CALLS_A_ROUND)
  public long roundTrip() {
    return engine.call(function);
  }
}
