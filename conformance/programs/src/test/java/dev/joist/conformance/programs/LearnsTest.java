package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.Strategies;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Code that was made when other values were seen is as good in the end as code that has seen nothing else than what it sees now. */
class LearnsTest {
  private static final int CALLS = 2000;

  /** By what it shows: what defines {@code hot(i)}; {@code first} is 1 when it is not yet called as it will be in the end, else 0. */
  private static final Map<String, String> KINDS = Map.of(
      "products of int32, then of doubles",
      "function P(x) { this.x = x; } const all = [new P(0.5), new P(1)]; function times(a, b) { return a.x * b.x - b.x; }"
          + "function hot(i, first) { const p = all[first]; return times(p, p); }",
      "numbers, then strings, in a property",
      "function P(x) { this.x = x; } const all = [new P('7'), new P(0.5)]; function twice(a) { return a.x * 2.5; }"
          + "function hot(i, first) { return twice(all[first]); }");

  @TestFactory
  Stream<DynamicTest> whatHasChangedIsLearnt() {
    return Stream.of("fixed", "linear-scan").flatMap(allocator -> KINDS.entrySet().stream()
        .map(kind -> DynamicTest.dynamicTest(allocator + " " + kind.getKey(), () -> check(allocator, kind.getValue()))));
  }

  private static void check(String allocator, String definition) {
    long straight = instructions(allocator, definition, 0);
    long learnt = instructions(allocator, definition, 1);
    assertTrue(learnt <= straight * 21 / 20, () -> learnt + " instructions, instead of " + straight + " where there was nothing to be learnt");
  }

  private static long instructions(String allocator, String definition, int first) {
    Strategies strategies = new Strategies("nanbox", "aarch64", "simulator", allocator, "polymorphic", "upcall");
    try (Engine engine = Engine.create(EngineOptions.DEFAULTS.withStrategies(strategies).withJitThreshold(20))) {
      engine.eval(definition + "\nfunction many(n, first) { let s = 0; for (let i = 0; i < n; i++) s += hot(i, first); return s; }");
      engine.eval("for (let i = 0; i < 50; i++) many(20, " + first + ")");
      engine.eval("for (let i = 0; i < 50; i++) many(20, 0)");
      long before = engine.statistics().machineInstructions().orElseThrow();
      engine.eval("many(" + CALLS + ", 0)");
      return engine.statistics().machineInstructions().orElseThrow() - before;
    }
  }
}
