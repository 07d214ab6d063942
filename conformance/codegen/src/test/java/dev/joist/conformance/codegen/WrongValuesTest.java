package dev.joist.conformance.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joist.conformance.kit.Certificate;
import dev.joist.conformance.kit.RuleResult;
import dev.joist.conformance.kit.backend.Target;
import dev.joist.conformance.kit.values.ValueRepresentationRules;
import dev.joist.spi.value.ValueRepresentation;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The kit for value representations is checked: right ones keep all rules on each backend, and for each wrong one exactly the rules that say so fail. */
class WrongValuesTest {
  private static Stream<ValueRepresentation> representations() {
    return ServiceLoader.load(ValueRepresentation.class).stream().map(ServiceLoader.Provider::get);
  }

  private static Set<String> failures(ValueRepresentation values, Target target) {
    return new ValueRepresentationRules(values, target).rules().stream()
        .map(rule -> RuleResult.of(rule, Certificate.STANDARD_SEED))
        .filter(result -> result.outcome() != RuleResult.Outcome.PASSED)
        .map(result -> result.rule().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> rightOnesKeepAllRules() {
    return representations().flatMap(values -> Targets.all().stream().map(target ->
        DynamicTest.dynamicTest(values.name() + " in code of " + target, () -> assertEquals(Set.of(), failures(values, target)))));
  }

  /** In the simulator: on the processor, code that follows a word that is no address ends the JVM. */
  @TestFactory
  Stream<DynamicTest> exactlyTheRulesForItFail() {
    Target simulated = Targets.all().stream().filter(Targets::isStrict).findFirst().orElseThrow();
    return representations().flatMap(values -> WrongValues.ALL.stream().map(wrong -> DynamicTest.dynamicTest(values.name() + ": " + wrong.method() + ": " + wrong.fault(),
        () -> assertEquals(new TreeSet<>(wrong.rules()), failures(wrong.of(values), simulated)))));
  }
}
