package dev.joist.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.conformance.fuzz.Campaign.Failure;
import dev.joist.conformance.fuzz.Differential.Difference;
import dev.joist.conformance.fuzz.Installed.Wanted;
import dev.joist.masm.Cond;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The fuzzer is worth what it finds: each of these bugs within four hundred programs. They are run where a fault is no crash. */
class MutantsTest {
  private static final long SEED = 1;
  private static final int BATCH = 50;
  private static final int BATCHES = 8;
  private static final int COMPILED_AFTER = 3;

  private static Parts simulated(String inlineCache) {
    return Installed.combinations(new Wanted(List.of(), List.of("simulator"), List.of(), List.of(inlineCache), List.of())).getFirst();
  }

  private static Way way(Parts parts) {
    return new Way(parts, COMPILED_AFTER, false, false);
  }

  private record Mutant(String fault, UnaryOperator<Parts> mutate) {}

  @TestFactory
  Stream<DynamicTest> bugsAreFound() {
    return Stream.of(
        new Mutant("overflow ignored", parts -> Mutants.backend(parts, Mutants::ignoreOverflow)),
        new Mutant("-0 lost by a multiplication", parts -> Mutants.lowering(parts, "Mul", Mutants.without(Cond.EQUAL))),
        new Mutant("-0 lost by a negation", parts -> Mutants.lowering(parts, "Neg", Mutants.without(Cond.EQUAL))),
        new Mutant("an unsigned result taken for a signed one", parts -> Mutants.lowering(parts, "ShiftRightUnsigned", Mutants.without(Cond.LESS))),
        new Mutant("stale write-back", Mutants::staleWriteBack),
        new Mutant("a relation that forgets equality", parts -> Mutants.backend(parts, Mutants::forgetEquality)))
        .map(mutant -> DynamicTest.dynamicTest(mutant.fault, () -> DeepStack.run(() -> assertFound(mutant))));
  }

  private static void assertFound(Mutant mutant) {
    Way way = way(mutant.mutate.apply(simulated("monomorphic")));
    try (Watchdog watchdog = new Watchdog(Duration.ofSeconds(10))) {
      Differential differential = new Differential(watchdog);
      Optional<Difference> found = Optional.empty();
      for (int batch = 0; batch < BATCHES && found.isEmpty(); batch++) {
        long first = SEED + batch * BATCH;
        found = differential.compare(IntStream.range(0, BATCH).mapToObj(i -> Program.random(Program.Kind.BYTECODE, first + i)).toList(), List.of(way));
      }
      assertTrue(found.isPresent(), BATCH * BATCHES + " programs, and no difference");
      assertTrue(found.get().way() == way, found.get().actual());
    }
  }

  @Test
  void whatIsFoundIsMadeSmall() throws InterruptedException {
    DeepStack.run(() -> {
      try (Watchdog watchdog = new Watchdog(Duration.ofSeconds(10))) {
        Way wrong = way(Mutants.lowering(simulated("monomorphic"), "Neg", Mutants.without(Cond.EQUAL)));
        Campaign campaign = new Campaign(Program.Kind.JAVASCRIPT, List.of(wrong), 1, watchdog);
        Failure failure = null;
        for (long seed = SEED; seed < SEED + BATCH * BATCHES && failure == null; seed += BATCH) {
          failure = campaign.batch(seed, BATCH).orElse(null);
        }
        assertNotNull(failure);
        String reduced = failure.reduced().getLast().text();
        assertTrue(reduced.lines().count() * 4 < failure.program().text().lines().count(), reduced);
        assertTrue(failure.report().contains("seed " + failure.seed()), failure.report());
      }
    });
  }
}
