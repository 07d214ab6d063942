package dev.joist.conformance.benchmarks;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.javascript.codegen.ScriptCompiler;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From the examples' text to bytecode. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
public class FrontEndBenchmark {
  private List<Example> examples;
  private ScriptCompiler scripts;

  /** By second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Amounts {
    public long characters;
  }

  @Setup(Level.Trial)
  public void read() throws IOException {
    examples = Example.all();
    scripts = new ScriptCompiler(Installed.opcodes().table());
  }

  @Benchmark
  public void compile(Amounts amounts, Blackhole hole) {
    for (Example example : examples) {
      FunctionTemplate template = scripts.compileModule(example.file(), example.text());
      hole.consume(template);
      amounts.characters += example.text().length();
    }
  }
}
