package dev.joist.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.bytecode.FunctionTemplate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A second of the fuzzers; by command they run as long as one likes. */
class FuzzTest {
  private static final long FIRST_SEED = 20261122;
  private static final int LEAST = 3;
  private static final long NANOS = 1_000_000_000L;

  @FunctionalInterface
  private interface Check {
    Optional<String> check(long seed);
  }

  private static void forASecond(Check check) {
    long end = System.nanoTime() + NANOS;
    for (int i = 0; i < LEAST || System.nanoTime() < end; i++) {
      assertEquals(Optional.empty(), check.check(FIRST_SEED + i));
    }
  }

  @Test
  void bytecode() {
    forASecond(Differential::checkBytecode);
  }

  @Test
  void scripts() {
    forASecond(Differential::checkScript);
  }

  @Test
  void seedsMakeTheSameEachTime() {
    assertEquals(Differential.script(7), Differential.script(7));
    FunctionTemplate function = Differential.bytecode(7);
    assertArrayEquals(function.code(), Differential.bytecode(7).code());
  }

  @Test
  void compiledCodeIsReallyRun() {
    try (BytecodeEngine engine = new BytecodeEngine(new BytecodeEngine.Mode(1, "monomorphic", false, false))) {
      engine.run(Differential.bytecode(FIRST_SEED));
      assertTrue(engine.compiledFunctions() > 0);
    }
  }
}
