package dev.joist.conformance.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * A kit as a JUnit class: each rule is a test, families are their containers, and at the end the certificate is written into the folder
 * {@code target/certificates} (system property {@code joist.certificates}). The seed is the system property {@code joist.kit.seed}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KitTest {
  private final Map<String, RuleResult> results = new LinkedHashMap<>();
  private Kit kit;

  protected KitTest() {}

  /** Makes the kit, bound to the implementation under test. Called once. */
  protected abstract Kit open() throws Exception;

  /** The seed of all random choices. */
  protected long seed() {
    return Long.getLong("joist.kit.seed", Certificate.STANDARD_SEED);
  }

  @BeforeAll
  final void openKit() throws Exception {
    kit = open();
  }

  @TestFactory
  final Stream<DynamicContainer> rules() {
    Map<String, List<DynamicTest>> families = new LinkedHashMap<>();
    for (Rule rule : kit.rules()) {
      families.computeIfAbsent(rule.family(), _ -> new ArrayList<>())
          .add(DynamicTest.dynamicTest(rule.id() + ": " + rule.statement(), () -> check(rule)));
    }
    return families.entrySet().stream().map(family -> DynamicContainer.dynamicContainer(family.getKey(), family.getValue()));
  }

  private void check(Rule rule) {
    RuleResult result = RuleResult.of(rule, seed());
    results.put(rule.id(), result);
    String message = rule.id() + " (seed " + seed() + "): " + result.message();
    Assumptions.assumeFalse(result.outcome() == RuleResult.Outcome.SKIPPED && result.isAcceptable(), message);
    if (!result.isAcceptable()) {
      Assertions.fail(message);
    }
  }

  @AfterAll
  final void writeCertificate() throws IOException {
    List<RuleResult> all = kit.rules().stream().map(rule -> results.getOrDefault(rule.id(), RuleResult.notRun(rule))).toList();
    new Certificate(kit.name(), kit.subject(), seed(), all).writeTo(Path.of(System.getProperty("joist.certificates", "target/certificates")));
    kit.close();
  }
}
