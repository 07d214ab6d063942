package dev.joist.conformance.benchmarks;

import dev.joist.compiler.Compilation;
import dev.joist.compiler.Compiler;
import dev.joist.compiler.emit.GuardPolicy;
import dev.joist.compiler.emit.Strategies;
import dev.joist.compiler.tier.LinkedUnit;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.spi.value.Values;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Compiles all functions of the examples, with the feedback that interpreting them has left. Installing the code is not part of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
public class CompilerBenchmark {
  @Param({"x86-64", "aarch64"})
  public String backend;

  @Param({"fixed", "linear-scan"})
  public String allocator;

  private BenchmarkEngine engine;
  private Compiler compiler;
  private List<BytecodeFunction> functions;

  /** By second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Amounts {
    public long functions;
    public long bytecodeBytes;
    public long machineBytes;
  }

  @Setup(Level.Trial)
  public void runExamples() throws IOException {
    engine = new BenchmarkEngine();
    for (Example example : Example.all()) {
      engine.run(example.file(), example.text());
    }
    functions = engine.functions();
    compiler = new Compiler(new Strategies(Installed.backend(backend), Values.representation().emitter(), Installed.allocator(allocator),
        Installed.inlineCaches("polymorphic"), Installed.abi("upcall")), engine.lowerings(), false);
  }

  @TearDown(Level.Trial)
  public void close() {
    engine.close();
  }

  @Benchmark
  public void compile(Amounts amounts) {
    for (BytecodeFunction function : functions) {
      switch (compiler.compile(new LinkedUnit(engine.vm(), function), GuardPolicy.HONEST)) {
        case Compilation.Declined declined -> throw new IllegalStateException(function + ": " + declined.reason());
        case Compilation.Compiled compiled -> {
          amounts.functions++;
          amounts.bytecodeBytes += function.template().code().length;
          amounts.machineBytes += compiled.code().image().bytes().length;
        }
      }
    }
  }
}
