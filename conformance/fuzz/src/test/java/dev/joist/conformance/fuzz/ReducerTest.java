package dev.joist.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReducerTest {
  private static final int MANY = 10_000;

  @Test
  void leavesOutAllThatDoesNotMatter() {
    Reducer reducer = new Reducer(text -> text.contains("b\n") && text.contains("e\n"), MANY);
    assertEquals("b\ne\n", reducer.reduce("a\nb\nc\nd\ne\nf\n"));
  }

  @Test
  void leavesOutBracketsAroundWhatMatters() {
    Reducer reducer = new Reducer(text -> text.contains("x\n") && text.chars().filter(c -> c == '{').count() == text.chars().filter(c -> c == '}').count(),
        MANY);
    assertEquals("  x\n", reducer.reduce("if {\n  y\n  x\n  z\n}\n"));
  }

  @Test
  void asksNoMoreOftenThanItMay() {
    int[] asked = new int[1];
    String text = "line\n".repeat(100);
    String reduced = new Reducer(shorter -> {
      asked[0]++;
      return false;
    }, 10).reduce(text);
    assertEquals(text, reduced);
    assertTrue(asked[0] <= 10, "asked " + asked[0] + " times");
  }
}
