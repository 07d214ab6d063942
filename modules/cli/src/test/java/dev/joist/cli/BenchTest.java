package dev.joist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {
  private static final BenchEngine JOIST = new BenchEngine("joist", List.of("joist", "run"));
  private static final BenchEngine OTHER = BenchEngine.parse("other=node --jitless");

  @Test
  void anEngineIsNamedOrItsOwnName() {
    assertEquals(new BenchEngine("other", List.of("node", "--jitless")), OTHER);
    assertEquals(new BenchEngine("node --max=3", List.of("node", "--max=3")), BenchEngine.parse("node --max=3"));
  }

  @Test
  void theMedianIsTheMiddleOrBetweenTheMiddleTwo() {
    assertEquals(new Spread(1, 2, 9), Spread.of(9, 1, 2));
    assertEquals(new Spread(1, 3, 9), Spread.of(9, 1, 2, 4));
    assertEquals("3 (1–9)", Spread.of(9, 1, 2, 4).toString());
    assertEquals("7", Spread.of(7).toString());
  }

  @Test
  void ratiosAreToJoistAndTheirMeanIsGeometric() {
    BenchReport report = new BenchReport(List.of(JOIST, OTHER), false);
    BenchResult half = new BenchResult("a.js", List.of(Spread.of(10), Spread.of(5)), List.of());
    BenchResult eight = new BenchResult("b.js", List.of(Spread.of(10), Spread.of(80)), List.of("other"));
    assertEquals("| a.js | 10 | 5 ×0.50 |", report.row(half));
    assertEquals("| b.js | 10 | 80 ×8.00 OUTPUT DIFFERS |", report.row(eight));
    assertEquals("| geometric mean | ×1.00 | ×2.00 |", report.means(List.of(half, eight)));
    assertTrue(half.agrees());
    assertFalse(eight.agrees());
    assertTrue(report.json(List.of(eight)).contains("\"engine\":\"other\",\"milliseconds\":{\"least\":80.000000,"), report.json(List.of(eight)));
  }

  @Test
  void processesAreRunAndTheirOutputIsCompared() {
    BenchEngine echo = new BenchEngine("echo", List.of("echo"));
    BenchResult result = BenchResult.measure(List.of("hello"), List.of(echo, new BenchEngine("printf", List.of("printf"))), 2, false);
    assertEquals(List.of("printf"), result.disagreeing());
    assertTrue(result.times().getFirst().least() > 0);
    assertThrows(UsageException.class, () -> ProcessRun.of(List.of("/no/such/command")));
  }
}
