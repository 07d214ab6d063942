package dev.joist.conformance.programs;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.engine.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Pieces of programs that define {@code hot(i)}, a function that gives a number, to be called until it is compiled and then looked at. */
final class HotFunctions {
  private static final String VALUES = System.getProperty("joist.values", "nanbox");

  private HotFunctions() {}

  /** What is looked at. */
  interface Check {
    void check(Cell cell, String definition);
  }

  /** A test for each of these definitions, by what they show, in combinations of strategies in which any two meet. */
  static Stream<DynamicTest> tests(Map<String, String> definitions, Check check) {
    return cells().stream().flatMap(cell -> definitions.entrySet().stream()
        .map(kind -> DynamicTest.dynamicTest(cell + " " + kind.getKey(), () -> check.check(cell, kind.getValue()))));
  }

  /** An engine in which the function has been called so often that it is compiled; the caller closes it. */
  static Engine warm(Cell cell, String definition, int calls) {
    Engine engine = Engine.create(EngineOptions.DEFAULTS.withStrategies(cell.strategies()).withJitThreshold(20));
    engine.eval(definition + "\nfunction many(from, to) { let s = 0; for (let i = from; i < to; i++) s += hot(i); return s; }");
    engine.eval("for (let i = 0; i < " + calls + "; i += 20) many(i, i + 20)");
    return engine;
  }

  private static List<Cell> cells() {
    return Cell.pairwise(Cell.all(VALUES, names("backend"), names("allocator"), names("ic"), names("abi")));
  }

  private static List<String> names(String kind) {
    return Catalogue.kinds().stream().filter(k -> k.option().equals(kind)).findFirst().orElseThrow().names();
  }
}
