package dev.joist.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private record Strategy(String name) {}

  private static final Strategy FIXED = new Strategy("fixed");
  private static final Strategy LINEAR_SCAN = new Strategy("linear-scan");

  private static Choice<Strategy> choice(Strategy... found) {
    return new Choice<>("allocator", List.of(found), Strategy::name);
  }

  @Test
  void selectsByName() {
    assertSame(LINEAR_SCAN, choice(LINEAR_SCAN, FIXED).select("linear-scan"));
    assertEquals(List.of("fixed", "linear-scan"), choice(LINEAR_SCAN, FIXED).names());
  }

  @Test
  void anUnknownNameListsTheKnownOnesAndTheNearest() {
    ConfigurationException error = assertThrows(ConfigurationException.class, () -> choice(FIXED, LINEAR_SCAN).select("linear"));
    assertEquals("unknown allocator 'linear'; there is fixed, linear-scan. Did you mean 'linear-scan'?", error.getMessage());
  }

  @Test
  void withNothingFoundThatIsSaid() {
    ConfigurationException error = assertThrows(ConfigurationException.class, () -> choice().select("fixed"));
    assertEquals("there is no allocator 'fixed', nor any other on the module path", error.getMessage());
  }

  @Test
  void twoOfOneNameAreAnErrorThatNamesBoth() {
    record Impostor(String name) {}
    ConfigurationException error = assertThrows(ConfigurationException.class,
        () -> new Choice<Record>("allocator", List.of(FIXED, new Impostor("fixed")), strategy -> "fixed"));
    assertTrue(error.getMessage().contains("ChoiceTest$Strategy"), error.getMessage());
    assertTrue(error.getMessage().contains("Impostor"), error.getMessage());
  }
}
