package dev.joist.conformance.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it takes to be certified. */
class CertificateTest {
  private static final Rule KEPT = Rule.required("sample.kept", "It does.", Trial::executed);
  private static final Rule BROKEN = Rule.required("sample.broken", "It does not.", trial -> trial.equal(1, 2, () -> "one"));
  private static final Rule VACUOUS = Rule.required("sample.vacuous", "Nothing is tried.", trial -> {});
  private static final Rule THROWING = Rule.required("sample.throwing", "It does its work.", trial -> {
    throw new IllegalStateException("cannot");
  });
  private static final Rule SKIPPED = Rule.required("other.skipped", "It can be tried.", trial -> {
    throw trial.skip("not here");
  });
  private static final Rule NOT_OFFERED = Rule.optional("other.not-offered", "It can be tried.", SKIPPED.check());

  private record Sample(List<Rule> rules) implements Kit {
    @Override
    public String name() {
      return "sample";
    }

    @Override
    public String subject() {
      return "a \"thing\"";
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  private static Certificate certificate(Rule... rules) {
    return Certificate.of(new Sample(List.of(rules)), 1, result -> {});
  }

  @Test
  void whoKeepsAllRulesIsCertified() {
    assertTrue(certificate(KEPT, NOT_OFFERED).isCertified());
  }

  @Test
  void aBrokenAVacuousAThrowingAndASkippedRuleSpoilIt() {
    for (Rule rule : List.of(BROKEN, VACUOUS, THROWING, SKIPPED)) {
      assertFalse(certificate(KEPT, rule).isCertified(), rule.id());
    }
    assertFalse(certificate().isCertified(), "without any rule");
  }

  @Test
  void theMessageSaysWhy() {
    assertEquals("one: expected 0x1, was 0x2", RuleResult.of(BROKEN, 1).message());
    assertEquals("nothing was executed", RuleResult.of(VACUOUS, 1).message());
    assertEquals("the implementation threw java.lang.IllegalStateException: cannot", RuleResult.of(THROWING, 1).message());
    assertEquals("not here", RuleResult.of(SKIPPED, 1).message());
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    List<Integer> numbers = new ArrayList<>();
    Rule rule = Rule.stochastic("sample.random", "Chance.", trial -> numbers.add(trial.random().nextInt()));
    RuleResult.of(rule, 5);
    RuleResult.of(rule, 5);
    assertEquals(numbers.get(0), numbers.get(1));
  }

  @Test
  void theFileListsEveryRule(@TempDir Path folder) throws IOException {
    Path file = certificate(KEPT, BROKEN).writeTo(folder);
    assertEquals("sample-a-thing-.json", file.getFileName().toString());
    String json = Files.readString(file);
    assertTrue(json.contains("\"subject\": \"a \\\"thing\\\"\""), json);
    assertTrue(json.contains("{\"id\": \"sample.kept\", \"requirement\": \"REQUIRED\", \"outcome\": \"PASSED\", \"executed\": 1"), json);
    assertTrue(json.contains("\"message\": \"one: expected 0x1, was 0x2\""), json);
    assertTrue(json.contains("\"certified\": false"), json);
  }

  @Test
  void refusalsNeedTheRightTypeAndAMessage() {
    Trial trial = new Trial(KEPT, 1);
    trial.refuses(IllegalStateException.class, "this", () -> {
      throw new IllegalStateException("no");
    });
    assertEquals(1, trial.count());
    assertThrows(RuleViolation.class, () -> trial.refuses(IllegalStateException.class, "this", () -> {}));
    assertThrows(RuleViolation.class, () -> trial.refuses(IllegalStateException.class, "this", () -> {
      throw new IllegalStateException();
    }));
    assertThrows(RuleViolation.class, () -> trial.refuses(IllegalStateException.class, "this", () -> {
      throw new IllegalArgumentException("no");
    }));
  }

  @Test
  void anIdHasAFamily() {
    assertEquals("sample", KEPT.family());
    assertThrows(IllegalArgumentException.class, () -> Rule.required("nameless", "It does.", Trial::executed));
  }
}
