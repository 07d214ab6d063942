package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Small programs, each about one feature of the language or the library. */
class FeaturesTest {
  private static final List<Program> PROGRAMS = Program.below(Path.of(System.getProperty("joist.features")));

  @TestFactory
  Stream<DynamicContainer> printsWhatNodePrints() {
    return Setup.standard().stream().map(setup -> DynamicContainer.dynamicContainer(setup.toString(), PROGRAMS.stream()
        .map(program -> DynamicTest.dynamicTest(setup + " " + program, () -> check(program, setup)))));
  }

  private static void check(Program program, Setup setup) {
    Outcome outcome = Outcome.of(program, setup.options());
    assertEquals(program.expected(), outcome.output(), outcome::report);
  }

  @Test
  void thereAreHundreds() {
    assertTrue(PROGRAMS.size() >= 250, "only " + PROGRAMS.size() + " programs found");
  }
}
