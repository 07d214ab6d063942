package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.EngineStatistics.FunctionCost;
import dev.joist.embedding.JitMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A profile tells in which functions instructions were executed. */
class ProfileTest {
  private static final String PROGRAM = """
      function little() { let s = 0; for (let i = 0; i < 1000; i++) s += i; return s; }
      function much() { let s = 0; for (let i = 0; i < 9000; i++) s += i; return s; }
      for (let i = 0; i < 10; i++) { little(); much(); }
      """;

  private static EngineStatistics run(long interval) {
    EngineOptions options = EngineOptions.DEFAULTS.withJit(JitMode.EAGER).withProfileInterval(interval)
        .withStrategies(EngineOptions.DEFAULTS.strategies().withHost("simulator"));
    try (Engine engine = Engine.create(options)) {
      engine.eval("profile.js", PROGRAM);
      return engine.statistics();
    }
  }

  @Test
  void functionsHaveTheirShares() {
    EngineStatistics statistics = run(101);
    List<FunctionCost> costs = statistics.costs();
    assertTrue(costs.get(0).function().startsWith("much#"), costs::toString);
    assertEquals(2, costs.get(0).line());
    assertTrue(costs.get(1).function().startsWith("little#"), costs::toString);
    double ratio = (double) costs.get(0).instructions() / costs.get(1).instructions();
    assertTrue(ratio > 8 && ratio < 10, costs::toString);
    long all = costs.stream().mapToLong(FunctionCost::instructions).sum();
    assertEquals(1, (double) all / statistics.machineInstructions().orElseThrow(), 0.02, costs::toString);
  }

  @Test
  void aProfileIsTheSameInEveryRun() {
    assertEquals(run(101).costs(), run(101).costs());
  }

  @Test
  void withoutAnIntervalThereIsNone() {
    assertEquals(List.of(), run(0).costs());
  }
}
