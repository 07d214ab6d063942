package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.Strategies;
import dev.joist.embedding.Stress;
import dev.joist.embedding.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Code goes with its function, and given-up code with its last frame, never before: to return into code that is gone is a fault in the simulator
 * and the end of the JVM on the processor.
 */
class FreedCodeTest {
  private static final String PROCESSOR = System.getProperty("joist.test.host", "native");
  private static final String VALUES = System.getProperty("joist.values", "nanbox");

  /** Makes so much garbage that some safepoint collects. */
  private static final String COLLECT = "function collect() { for (let k = 0; k < 2500; k++) new Array(1000).fill(k); }\n";

  /** A hundred functions in each turn, and nothing of them is left. */
  private static final String DROPS = COLLECT + """
      var sum = 0;
      for (let i = 0; i < %d; i++) {
        const made = new Function('return [' + ('a => a + ' + i + ',').repeat(100) + ']')();
        for (let k = 0; k < 100; k++) sum = sum + made[k](i) | 0;
        sum = sum + eval('sum & ' + (i & 7)) | 0;
        %s
      }
      sum""";

  /** A function to which only its frame refers while it collects. */
  private static final String FORGETS_ITSELF = COLLECT + """
      let gone = new Function('n', `
        gone = null;
        const before = freed();
        collect();
        collect();
        note(before, freed(), compiled());
        return n + 1;`);
      function call() { return gone(41); }
      collect();
      call()""";

  /** A function of which new code is made when ten frames run the old one. */
  private static final String COMPILED_AGAIN = COLLECT + """
      function work(n, x, last) { const y = x * 2 + n; return n === 0 ? last() + y : work(n - 1, x, last) + y; }
      function zero() { return 0; }
      function bottom() {
        const before = compiled();
        let sum = 0;
        for (let i = 0; i < 1000; i++) sum += work(1, i + 0.5, zero);
        const freedBefore = freed();
        collect();
        collect();
        note(freedBefore, freed(), compiled() - before);
        return sum;
      }
      for (let i = 0; i < 50; i++) work(3, i, zero);
      collect();
      work(10, 7, bottom)""";

  private record Noted(double before, double after, double compiled) {}

  static List<EngineOptions> engines() {
    List<String> hosts = Machine.PROCESSOR.isDefault() ? List.of("simulator", PROCESSOR) : List.of("simulator");
    return hosts.stream().flatMap(host -> Stream.of("upcall", "switch").map(abi -> options(JitMode.EAGER, host, abi))).toList();
  }

  private static EngineOptions options(JitMode jit, String host, String abi) {
    Strategies standard = Strategies.DEFAULTS;
    return EngineOptions.DEFAULTS.withJit(jit)
        .withStrategies(new Strategies(VALUES, standard.backend(), host, standard.allocator(), standard.ic(), abi));
  }

  private static EngineOptions interpreter() {
    return options(JitMode.OFF, "simulator", "upcall");
  }

  private static Value interpreted(String script) {
    try (Engine engine = engine(interpreter(), new ArrayList<>())) {
      return engine.eval(script);
    }
  }

  private static Engine engine(EngineOptions options, List<Noted> notes) {
    Engine engine = Engine.create(options);
    engine.global().set("freed", engine.function("freed", (self, arguments) -> Value.of(counter(engine, "codeBytesFreed"))));
    engine.global().set("compiled", engine.function("compiled", (self, arguments) -> Value.of(engine.statistics().compiledFunctions())));
    engine.global().set("note", engine.function("note", (self, arguments) -> {
      notes.add(new Noted(number(arguments.get(0)), number(arguments.get(1)), number(arguments.get(2))));
      return Value.UNDEFINED;
    }));
    return engine;
  }

  private static double number(Value value) {
    return ((Value.Num) value).value();
  }

  private static double counter(Engine engine, String name) {
    return engine.statistics().counters().get(name);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void codeOfDroppedFunctionsIsFreed(EngineOptions options) {
    String script = DROPS.formatted(10, "collect();");
    Value expected = interpreted(script);
    try (Engine engine = engine(options, new ArrayList<>())) {
      assertEquals(expected, engine.eval(script));
      EngineStatistics statistics = engine.statistics();
      long live = statistics.counters().get("codeBytesLive");
      long freed = statistics.counters().get("codeBytesFreed");
      assertTrue(statistics.compiledFunctions() >= 1000, () -> "compiled: " + statistics.compiledFunctions());
      assertEquals(statistics.codeBytes(), live + freed);
      assertTrue(live < statistics.codeBytes() / 2, () -> live + " bytes are left of " + statistics.codeBytes());
    }
  }

  @Test
  void functionsAloneAreReasonEnoughToCollect() {
    try (Engine engine = engine(interpreter(), new ArrayList<>())) {
      engine.eval(DROPS.formatted(90, ""));
      assertEquals(0, engine.statistics().collections());
      engine.eval(DROPS.formatted(20, ""));
      assertEquals(1, engine.statistics().collections());
      assertTrue(engine.statistics().bytesAllocated() < 8 << 20, "cells alone were reason enough");
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aFrameReturnsIntoCodeOfAFunctionThatIsForgotten(EngineOptions options) {
    List<Noted> notes = new ArrayList<>();
    try (Engine engine = engine(options, notes)) {
      assertEquals(Value.of(42), engine.eval(FORGETS_ITSELF));
      Noted noted = notes.getLast();
      assertEquals(noted.before, noted.after, "freed while the frame was there");
      assertTrue(noted.compiled >= 3, noted::toString);
      engine.eval("collect(); collect();");
      assertTrue(counter(engine, "codeBytesFreed") > noted.after, "nothing was freed when the frame was gone");
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void framesReturnIntoCodeThatWasGivenUp(EngineOptions options) {
    Value expected = interpreted(COMPILED_AGAIN);
    for (Set<Stress> stress : List.of(EnumSet.noneOf(Stress.class), EnumSet.of(Stress.DEOPTIMIZE))) {
      List<Noted> notes = new ArrayList<>();
      try (Engine engine = engine(options.withStress(stress), notes)) {
        assertEquals(expected, engine.eval(COMPILED_AGAIN));
        Noted noted = notes.getLast();
        assertTrue(noted.compiled >= 1, "no function was compiled again while its old code had frames");
        assertEquals(noted.before, noted.after, "freed while there were frames");
        engine.eval("collect(); collect();");
        assertTrue(counter(engine, "codeBytesFreed") > noted.after, "nothing was freed when the frames were gone");
      }
    }
  }
}
