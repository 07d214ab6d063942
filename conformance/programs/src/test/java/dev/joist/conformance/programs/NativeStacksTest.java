package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.ScriptException;
import dev.joist.embedding.ScriptInterruptedException;
import dev.joist.embedding.ScriptInterruptedException.Reason;
import dev.joist.embedding.Value;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Machine code on the processor, where a mistake about stacks would end the JVM. The build runs this once as it is, and once with {@code
 * -Xcheck:jni} on the host that checks its calls (system property {@code joist.test.host}).
 */
class NativeStacksTest {
  private static final String HOST = System.getProperty("joist.test.host", "native");
  private static final String DEPTH = """
      let depth = 0;
      function f(n) { depth++; return 1 + f(n + 1); }
      let end = '';
      try { f(0); } catch (e) { end = e.name; }
      end + ' ' + depth""";

  @BeforeAll
  static void onlyWhereCodeRunsOnTheProcessor() {
    assumeTrue(Machine.PROCESSOR.isDefault(), "no machine code on this processor");
  }

  private static EngineOptions options(JitMode jit) {
    return EngineOptions.DEFAULTS.withJit(jit).withJitThreshold(2).withStrategies(EngineOptions.DEFAULTS.strategies().withHost(HOST));
  }

  private static Engine engine() {
    return Engine.create(options(JitMode.EAGER));
  }

  private static void assertCompiled(Engine engine) {
    EngineStatistics statistics = engine.statistics();
    assertTrue(statistics.compiledFunctions() > 0, "nothing was compiled");
    assertEquals(HOST, statistics.strategies().host());
  }

  private static Value interpreted(String script) {
    try (Engine engine = Engine.create(options(JitMode.OFF))) {
      return engine.eval(script);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      DEPTH,
      "let depth = 0; function f() { depth++; [0].forEach(f); } let end = ''; try { f(); } catch (e) { end = e.name; } end + ' ' + depth",
      "let depth = 0; class C { constructor() { depth++; this.c = new C(); } } let end = ''; try { new C(); } catch (e) { end = e.name; } end + ' ' + depth",
      "let depth = 0; let o = { get x() { depth++; return this.x; } }; let end = ''; try { o.x; } catch (e) { end = e.name; } end + ' ' + depth"
  })
  void endlessRecursionIsARangeErrorAtTheInterpretersDepth(String script) {
    Value expected = interpreted(script);
    assertTrue(expected.toString().startsWith("RangeError "), expected::toString);
    try (Engine engine = engine()) {
      assertEquals(expected, engine.eval(script));
      assertCompiled(engine);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 1024})
  void theStackOfTheCallingThreadHasNoInfluence(int kibibytes) throws InterruptedException, ExecutionException {
    Value expected = interpreted(DEPTH);
    FutureTask<Value> task = new FutureTask<>(() -> {
      try (Engine engine = engine()) {
        return engine.eval(DEPTH);
      }
    });
    Thread small = new Thread(null, task, "small", kibibytes * 1024L);
    small.start();
    assertEquals(expected, task.get());
    small.join();
  }

  @Test
  void aTimeLimitEndsACompiledLoop() {
    EngineOptions limited = options(JitMode.EAGER).withTimeout(Duration.ofMillis(200));
    try (Engine engine = Engine.create(limited)) {
      for (String loop : new String[] {"for (;;) {}", "let i = 0; while (true) { i = i + 1 | 0; }", "(function f() { for (;;) { try { for (;;) {} } finally { continue; } } })()"}) {
        assertEquals(Reason.TIMED_OUT, assertThrows(ScriptInterruptedException.class, () -> engine.eval(loop)).reason());
      }
      assertEquals(Value.of(2), engine.eval("1 + 1"), "the engine works on");
      assertCompiled(engine);
    }
  }

  @Test
  void interruptEndsACompiledLoopInDeepRecursion() throws InterruptedException, ExecutionException {
    try (Engine engine = engine()) {
      FutureTask<Reason> ended = new FutureTask<>(() -> assertThrows(ScriptInterruptedException.class,
          () -> engine.eval("function f(n) { if (n === 0) for (;;) {} return 1 + f(n - 1); } f(1000)")).reason());
      new Thread(ended).start();
      while (!ended.isDone()) {
        Thread.sleep(20);
        engine.interrupt();
      }
      assertEquals(Reason.INTERRUPTED, ended.get());
      assertEquals(Value.of(2), engine.eval("1 + 1"), "the engine works on");
    }
  }

  @Test
  void aJavaExceptionPassesThroughCompiledFrames() {
    try (Engine engine = engine()) {
      IllegalStateException cause = new IllegalStateException("from Java");
      engine.global().set("fail", engine.function("fail", (self, arguments) -> {
        throw cause;
      }));
      engine.eval("function deep(n) { return n === 0 ? fail() : 1 + deep(n - 1); }");
      assertEquals(Value.of(1000), engine.eval("""
          let caught = 0;
          for (let i = 0; i < 1000; i++) { try { deep(i % 50); } catch (e) { if (e.message.includes('from Java')) caught++; } }
          caught"""));
      assertSame(cause, assertThrows(ScriptException.class, () -> engine.eval("deep(100)")).getCause());
      assertCompiled(engine);
    }
  }

  @Test
  void garbageIsCollectedInTheMiddleOfDeepCompiledRecursion() {
    try (Engine engine = Engine.create(options(JitMode.EAGER).withHeapLimit(48 << 20))) {
      assertEquals(Value.of("ok"), engine.eval("""
          function churn() { let last; for (let i = 0; i < 400000; i++) last = { i, s: 'x' + i }; return last.i; }
          function deep(n) {
            const kept = { n, list: [n, 'k' + n] };
            const below = n === 0 ? churn() : deep(n - 1);
            if (kept.n !== n || kept.list[0] !== n || kept.list[1] !== 'k' + n) throw new Error('lost at ' + n);
            return below;
          }
          deep(4000) === 399999 ? 'ok' : 'wrong'"""));
      assertTrue(engine.statistics().collections() > 0, "no collection");
      assertCompiled(engine);
    }
  }

  /** One of the two functions is compiled, the other never becomes hot. */
  @Test
  void compiledAndInterpretedCodeCallEachOtherDeeply() {
    EngineOptions mixed = options(JitMode.LAZY).withJitThreshold(20_000);
    try (Engine engine = Engine.create(mixed)) {
      assertEquals(Value.of("bottom"), engine.eval("""
          function compiled(n) { return n === 0 ? 'bottom' : interpreted(n - 1); }
          function interpreted(n) { return compiled(n - 1); }
          for (let i = 0; i < 20001; i++) compiled(0);
          compiled(20000)"""));
      assertCompiled(engine);
      assertTrue(engine.statistics().slowPathCalls() >= 10_000, () -> "calls into Java: " + engine.statistics().slowPathCalls());
    }
  }
}
