package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.EngineStatistics;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs under examples/, and evidence that each mode does what it is there for. */
class ExamplesTest {
  private static final List<Program> PROGRAMS = Program.examples(Path.of(System.getProperty("joist.examples")));

  /** Small runs collect garbage some hundred thousand times, the others too often to wait for; those show all other modes. */
  static Stream<Arguments> matrix() {
    return PROGRAMS.stream().flatMap(program -> Setup.standard().stream()
        .filter(setup -> program.arguments().isEmpty() != (setup.mode() == Mode.COLLECTING))
        .map(setup -> Arguments.of(program, setup)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("matrix")
  void printsWhatNodePrints(Program program, Setup setup) {
    Outcome outcome = Outcome.of(program, setup.options());
    assertEquals(program.expected(), outcome.output(), outcome::report);
    assertWorked(setup.mode(), outcome.statistics());
  }

  private static void assertWorked(Mode mode, EngineStatistics statistics) {
    if (mode == Mode.INTERPRETER) {
      assertEquals(0, statistics.compiledFunctions());
      return;
    }
    assertTrue(statistics.compiledFunctions() > 0, "nothing was compiled");
    assertTrue(20 * statistics.declined().size() <= statistics.compiledFunctions(), () -> "too many declined: " + statistics.declined());
    if (mode == Mode.COLLECTING) {
      assertTrue(statistics.collections() > 1000, "collections: " + statistics.collections());
    }
    if (mode == Mode.DEOPTIMIZING) {
      assertTrue(statistics.deoptimizations() > 0, "no guard failed");
    }
  }

  @Test
  void thereAreSome() {
    assertTrue(PROGRAMS.size() >= 16, "only " + PROGRAMS.size() + " programs found");
  }
}
