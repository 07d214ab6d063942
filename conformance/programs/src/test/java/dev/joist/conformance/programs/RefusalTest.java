package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.Value;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A system that lets nobody make memory executable: programs run all the same. */
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
class RefusalTest {
  private record Run(boolean denied, Value result, String err, EngineStatistics statistics) {}

  private static Run run() {
    boolean denied = DenyExecutableMemory.onThisThread();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    EngineOptions options = EngineOptions.DEFAULTS.withJit(JitMode.EAGER)
        .withOutput(System.out, new PrintStream(err, true, StandardCharsets.UTF_8));
    try (Engine engine = Engine.create(options)) {
      Value result = engine.eval("function square(x) { return x * x; } let s = 0; for (let i = 0; i < 5000; i++) s += square(i); s");
      engine.eval("function more() { return 1; } for (let i = 0; i < 500; i++) more();");
      return new Run(denied, result, err.toString(StandardCharsets.UTF_8), engine.statistics());
    }
  }

  @Test
  void everythingIsInterpretedAfterOneWarning() throws InterruptedException, ExecutionException {
    FutureTask<Run> task = new FutureTask<>(RefusalTest::run);
    // The filter stays with the thread; the engine's thread inherits it.
    Thread restricted = new Thread(task, "restricted");
    restricted.start();
    Run run = task.get();
    restricted.join();
    assumeTrue(run.denied, "this kernel takes no seccomp filters");
    assertEquals(Value.of(41_654_167_500.0), run.result);
    assertEquals(0, run.statistics.compiledFunctions());
    assertTrue(run.err.startsWith("joist: everything stays interpreted: "), run.err);
    assertEquals(1, run.err.lines().count(), run.err);
    assertTrue(run.statistics.refusal().orElse("").contains("mprotect failed with error 13"), run.statistics::toString);
  }
}
