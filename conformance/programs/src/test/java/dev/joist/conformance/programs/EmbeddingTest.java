package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.ConfigurationException;
import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.InvalidBytecodeException;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.ObjectValue;
import dev.joist.embedding.ScriptException;
import dev.joist.embedding.ScriptInterruptedException;
import dev.joist.embedding.ScriptInterruptedException.Reason;
import dev.joist.embedding.ScriptSyntaxException;
import dev.joist.embedding.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Joist as a library. */
class EmbeddingTest {
  private static final String FOREVER = "for (;;) {}";

  @Test
  void evaluatesToAValue() {
    try (Engine engine = Engine.create()) {
      assertEquals(Value.of(3), engine.eval("1 + 2"));
      assertEquals(Value.of("1,4,9"), engine.eval("[1, 2, 3].map(x => x * x).join()"));
      assertEquals(Value.of(true), engine.eval("'x' === 'x'"));
      assertEquals(Value.NULL, engine.eval("null"));
      assertEquals(Value.UNDEFINED, engine.eval("let unused = 1;"));
      assertEquals("Symbol(s)", engine.eval("Symbol('s')").toString());
    }
  }

  @Test
  void globalsStayFromScriptToScript() {
    try (Engine engine = Engine.create()) {
      engine.eval("var a = 20; let b = 1; function twice(x) { return 2 * x; }");
      assertEquals(Value.of(42), engine.eval("twice(a + b)"));
      assertEquals(Value.of(20), engine.global().get("a"));
    }
  }

  @Test
  void objectsCanBeReadWrittenAndCalled() {
    try (Engine engine = Engine.create()) {
      ObjectValue point = (ObjectValue) engine.eval("({ x: 1, y: 2, sum(z) { return this.x + this.y + z; } })");
      point.set("x", Value.of(40));
      assertEquals(Value.of(40), point.get("x"));
      assertEquals(List.of("x", "y", "sum"), point.keys());
      ObjectValue sum = assertInstanceOf(ObjectValue.class, point.get("sum"));
      assertTrue(sum.isFunction());
      assertEquals(Value.of(45), sum.callWith(point, Value.of(3)));
      assertTrue(((ObjectValue) engine.eval("[1]")).isArray());
    }
  }

  @Test
  void handlesKeepTheirObjectsAlive() {
    try (Engine engine = Engine.create()) {
      List<ObjectValue> kept = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        kept.add((ObjectValue) engine.eval("({ n: " + i + " })"));
      }
      engine.eval("let garbage; for (let i = 0; i < 300000; i++) garbage = { i, next: garbage && garbage.i };");
      for (int i = 0; i < 1000; i++) {
        assertEquals(Value.of(i), kept.get(i).get("n"));
      }
    }
  }

  @Test
  void bytecodeRunsWithoutAFrontEnd() throws IOException {
    Path program = Path.of(System.getProperty("joist.examples")).resolve("collatz.joist");
    try (Engine engine = Engine.create(EngineOptions.DEFAULTS.withOutput(new PrintStream(OutputStream.nullOutputStream()), System.err))) {
      assertEquals(Value.of(2919), engine.runBytecode("collatz.joist", Files.readString(program)));
      assertTrue(engine.statistics().compiledFunctions() >= 1);
    }
  }

  @Test
  void bytecodeThatIsWrongIsRefusedBeforeItRuns() {
    try (Engine engine = Engine.create()) {
      assertEquals("x.joist:1: expected .function or .text, not 'nonsense'",
          assertThrows(InvalidBytecodeException.class, () -> engine.runBytecode("x.joist", "nonsense")).getMessage());
      assertEquals("x.joist: function 'f' at offset 0: Return: value reaches bad register r7, the function has r0 to r1",
          assertThrows(InvalidBytecodeException.class, () -> engine.runBytecode("x.joist",
              ".function f0 \"f\" script\n.parameters 0\n.length 0\n.registers 2\n.sites 0\n  Return r7\n.end\n")).getMessage());
    }
  }

  @Test
  void javaScriptCallsJava() {
    try (Engine engine = Engine.create()) {
      List<String> log = new ArrayList<>();
      engine.global().set("log", engine.function("log", (thisValue, arguments) -> {
        arguments.forEach(argument -> log.add(argument.toString()));
        return Value.of(arguments.size());
      }));
      assertEquals(Value.of(3), engine.eval("log('a', 1.5, true)"));
      assertEquals(List.of("a", "1.5", "true"), log);
    }
  }

  @Test
  void javaMayCallBackIntoJavaScript() {
    try (Engine engine = Engine.create()) {
      engine.global().set("apply", engine.function("apply",
          (thisValue, arguments) -> ((ObjectValue) arguments.get(0)).call(arguments.get(1))));
      assertEquals(Value.of(49), engine.eval("apply(x => apply(y => y * y, x), 7)"));
      assertEquals(Value.of("caught deep"), engine.eval("try { apply(() => { throw 'deep'; }, 0) } catch (e) { 'caught ' + e }"));
    }
  }

  @Test
  void aJavaExceptionIsAnErrorThatJavaScriptCanCatch() {
    try (Engine engine = Engine.create()) {
      IllegalArgumentException cause = new IllegalArgumentException("not like that");
      engine.global().set("fail", engine.function("fail", (thisValue, arguments) -> {
        throw cause;
      }));
      assertEquals(Value.of("java.lang.IllegalArgumentException: not like that"), engine.eval("try { fail() } catch (e) { e.message }"));
      assertSame(cause, assertThrows(ScriptException.class, () -> engine.eval("fail()")).getCause());
    }
  }

  @Test
  void anUncaughtErrorHasAJavaScriptStack() {
    try (Engine engine = Engine.create()) {
      String source = "function inner() {\n  throw new TypeError('no good');\n}\nfunction outer() { inner(); }\nouter();\n";
      ScriptException error = assertThrows(ScriptException.class, () -> engine.eval("dir/program.js", source));
      assertEquals("TypeError: no good", error.getMessage());
      assertEquals(List.of("inner", "outer"), error.frames().stream().map(ScriptException.Frame::function).limit(2).toList());
      assertEquals(new ScriptException.Frame("inner", "dir/program.js", 2, 9), error.frames().getFirst());
      assertTrue(error.report().startsWith("dir/program.js:2:9\n  throw new TypeError('no good');\n        ^\n\nTypeError: no good\n    at inner "),
          error.report());
    }
  }

  @Test
  void anythingCanBeThrown() {
    try (Engine engine = Engine.create()) {
      ScriptException error = assertThrows(ScriptException.class, () -> engine.eval("throw 42"));
      assertEquals(Value.of(42), error.value());
      assertEquals("Uncaught 42", error.getMessage());
    }
  }

  @Test
  void aSyntaxErrorHasItsPlace() {
    try (Engine engine = Engine.create()) {
      ScriptSyntaxException error = assertThrows(ScriptSyntaxException.class, () -> engine.eval("broken.js", "let x = 1;\nlet y = (2;\n"));
      assertEquals("broken.js", error.file());
      assertEquals(2, error.line());
      assertTrue(error.report().contains("let y = (2;\n"), error.report());
      assertEquals(Value.of("fine"), engine.eval("'fine'"));
    }
  }

  @ParameterizedTest
  @EnumSource(JitMode.class)
  void interruptEndsALoopThatNothingCatches(JitMode jit) throws InterruptedException, ExecutionException {
    try (Engine engine = Engine.create(EngineOptions.DEFAULTS.withJit(jit))) {
      FutureTask<Reason> ended = new FutureTask<>(() -> assertThrows(ScriptInterruptedException.class,
          () -> engine.eval("try { " + FOREVER + " } catch (e) { " + FOREVER + " } finally { " + FOREVER + " }")).reason());
      Thread embedder = new Thread(ended);
      embedder.start();
      while (!ended.isDone()) {
        Thread.sleep(20);
        engine.interrupt();
      }
      assertEquals(Reason.INTERRUPTED, ended.get());
      assertEquals(Value.of(2), engine.eval("1 + 1"), "the engine works on");
    }
  }

  @ParameterizedTest
  @EnumSource(JitMode.class)
  void aTimeoutEndsAnEvaluation(JitMode jit) {
    try (Engine engine = Engine.create(EngineOptions.DEFAULTS.withJit(jit).withTimeout(Duration.ofMillis(100)))) {
      assertEquals(Reason.TIMED_OUT, assertThrows(ScriptInterruptedException.class, () -> engine.eval(FOREVER)).reason());
      assertEquals(Value.of(2), engine.eval("1 + 1"));
    }
  }

  @ParameterizedTest
  @EnumSource(JitMode.class)
  void aFullHeapIsARangeErrorThatCanBeCaught(JitMode jit) {
    try (Engine engine = Engine.create(EngineOptions.DEFAULTS.withJit(jit).withHeapLimit(16 << 20))) {
      String fill = "let all = []; try { for (;;) all.push({ a: [1, 2, 3], b: 'x' + all.length }); } catch (e) { all = null; e.name }";
      assertEquals(Value.of("RangeError"), engine.eval(fill));
      assertEquals(Value.of(500), engine.eval("let again = []; for (let i = 0; i < 500; i++) again.push({ i }); again.length"));
    }
  }

  @Test
  void aSmallCallingThreadHasNoInfluence() throws InterruptedException, ExecutionException {
    FutureTask<Value> task = new FutureTask<>(() -> {
      try (Engine engine = Engine.create()) {
        return engine.eval("function f() { return 1 + [0].map(f)[0]; } let n = 0; try { f(); } catch (e) { n = e instanceof RangeError; } n");
      }
    });
    Thread small = new Thread(null, task, "small", 128 << 10);
    small.start();
    small.join();
    assertEquals(Value.of(true), task.get());
  }

  @Test
  void enginesAreIsolated() {
    try (Engine one = Engine.create(); Engine other = Engine.create()) {
      one.eval("var shared = 'one'; Object.prototype.leak = 1;");
      assertEquals(Value.of("undefined"), other.eval("typeof shared"));
      assertEquals(Value.of(false), other.eval("'leak' in {}"));
      Value object = one.eval("({})");
      assertThrows(IllegalArgumentException.class, () -> other.global().set("foreign", object));
    }
  }

  @Test
  void manyEnginesRunAtOnce() throws InterruptedException, ExecutionException {
    List<FutureTask<Value>> tasks = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      int seed = i;
      tasks.add(new FutureTask<>(() -> {
        try (Engine engine = Engine.create()) {
          return engine.eval("let s = " + seed + "; function f(x) { return { v: x + 1 }; } for (let i = 0; i < 5000; i++) s = f(s).v; s");
        }
      }));
    }
    tasks.forEach(task -> new Thread(task).start());
    for (int i = 0; i < tasks.size(); i++) {
      assertEquals(Value.of(5000 + i), tasks.get(i).get());
    }
  }

  @Test
  void aClosedEngineSaysSo() {
    Engine engine = Engine.create();
    engine.close();
    engine.close();
    assertThrows(IllegalStateException.class, () -> engine.eval("1"));
  }

  @Test
  void wrongOptionsAreRefusedWithTheKnownNames() {
    EngineOptions options = EngineOptions.DEFAULTS.withStrategies(EngineOptions.DEFAULTS.strategies().withIc("monomorfic"));
    ConfigurationException error = assertThrows(ConfigurationException.class, () -> Engine.create(options));
    assertTrue(error.getMessage().contains("Did you mean 'monomorphic'?"), error.getMessage());
    assertFalse(error.getMessage().contains("Guice"), error.getMessage());
  }

  @Test
  void countsWhatItDoes() {
    try (Engine engine = Engine.create(EngineOptions.DEFAULTS.withJitThreshold(10))) {
      engine.eval("function f(x) { return x + 1; } for (let i = 0; i < 1000; i++) f(i);");
      assertTrue(engine.statistics().compiledFunctions() >= 1);
      assertTrue(engine.statistics().codeBytes() > 0);
      assertTrue(engine.statistics().bytesAllocated() > 0);
    }
  }
}
