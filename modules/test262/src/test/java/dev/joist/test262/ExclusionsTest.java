package dev.joist.test262;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExclusionsTest {
  private static final Exclusions EXCLUSIONS = Exclusions.parse("""
      # comment
      feature warp-drive: not invented
      flag module: no modules

      path language/with: no with
      refusal Black holes are not supported: too dense
      """);

  private static TestCase test(String path, Set<String> flags, Set<String> features) {
    return new TestCase(path, "", new FrontMatter(List.of(), flags, features, Optional.empty()));
  }

  @Test
  void aTestIsExcludedByFeatureFlagOrFolder() {
    assertEquals(Optional.of("warp-drive: not invented"), EXCLUSIONS.reason(test("a.js", Set.of(), Set.of("let", "warp-drive"))));
    assertEquals(Optional.of("module: no modules"), EXCLUSIONS.reason(test("a.js", Set.of("module"), Set.of())));
    assertEquals(Optional.of("language/with: no with"), EXCLUSIONS.reason(test("language/with/a.js", Set.of(), Set.of())));
    assertEquals(Optional.empty(), EXCLUSIONS.reason(test("language/without/a.js", Set.of("raw"), Set.of("let"))));
  }

  @Test
  void aRefusalCountsOnlyWordByWord() {
    assertTrue(EXCLUSIONS.refusal("Black holes are not supported").isPresent());
    assertTrue(EXCLUSIONS.refusal("White holes are not supported").isEmpty());
  }

  @Test
  void theListThatComesWithJoistCanBeRead() {
    assertTrue(Exclusions.standard().reason(test("a.js", Set.of("module"), Set.of())).isPresent());
  }

  @Test
  void anErrorNamesTheLine() {
    assertTrue(assertThrows(SuiteException.class, () -> Exclusions.parse("feature a: b\nfeature c")).getMessage().contains("line 2"));
    assertTrue(assertThrows(SuiteException.class, () -> Exclusions.parse("fature a: b")).getMessage().contains("'fature'"));
  }
}
