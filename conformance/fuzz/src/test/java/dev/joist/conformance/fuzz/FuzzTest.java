package dev.joist.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.conformance.fuzz.Campaign.Failure;
import dev.joist.conformance.fuzz.Installed.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A fixed number of random programs; by command they run as long as one likes. */
class FuzzTest {
  private static final long SEED = 20261122;
  private static final int BYTECODE_PROGRAMS = 40;
  private static final int SCRIPTS = 6;
  private static final int WAYS = 4;

  @Test
  void bytecodeDoesTheSameInAllWays() throws InterruptedException {
    check(Program.Kind.BYTECODE, BYTECODE_PROGRAMS);
  }

  @Test
  void scriptsDoTheSameInAllWays() throws InterruptedException {
    check(Program.Kind.JAVASCRIPT, SCRIPTS);
  }

  private static void check(Program.Kind kind, int count) throws InterruptedException {
    List<Way> ways = Way.all(Installed.combinations(Wanted.ALL));
    DeepStack.run(() -> {
      try (Watchdog watchdog = new Watchdog(Duration.ofSeconds(10))) {
        Campaign campaign = new Campaign(kind, ways, WAYS, watchdog);
        Optional<Failure> failure = campaign.batch(SEED, count);
        assertEquals(Optional.empty(), failure.map(Failure::report));
        assertEquals(count, campaign.programs());
        assertEquals(0, campaign.differential().inconclusive());
        assertTrue(campaign.functions() >= count);
        assertTrue(campaign.differential().compiled() > count, "compiled " + campaign.differential().compiled());
        assertTrue(campaign.differential().osrEntries() > 0);
        assertTrue(campaign.differential().deoptimizations() > 0);
      }
    });
  }

  @Test
  void aSeedAlwaysMakesTheSameProgram() {
    for (Program.Kind kind : Program.Kind.values()) {
      assertEquals(Program.random(kind, 7).text(), Program.random(kind, 7).text());
    }
  }

  @Test
  void allThatRunsHereIsCombined() {
    List<Parts> all = Installed.combinations(Wanted.ALL);
    assertEquals(all.size(), all.stream().map(Parts::toString).distinct().count());
    assertTrue(all.stream().anyMatch(parts -> parts.host().name().equals("simulator")));
    assertTrue(all.stream().map(parts -> parts.inlineCaches().name()).distinct().count() > 1);
    assertTrue(all.stream().allMatch(parts -> parts.host().runs(parts.backend().isa())));
  }

  @Test
  void unknownStrategiesAreNamedWithTheKnownOnes() {
    Wanted wanted = new Wanted(List.of("vax"), List.of(), List.of(), List.of(), List.of());
    String message = assertThrows(IllegalArgumentException.class, () -> Installed.combinations(wanted)).getMessage();
    assertTrue(message.startsWith("unknown backend 'vax'; there is "), message);
  }
}
