package dev.joist.conformance.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.conformance.kit.Certificate;
import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Rule.Requirement;
import dev.joist.conformance.kit.RuleResult;
import dev.joist.conformance.kit.RuleResult.Outcome;
import dev.joist.conformance.kit.backend.BackendRules;
import dev.joist.conformance.kit.backend.Target;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The kit is checked: each implementation here is wrong in one way that backends have been wrong in, and exactly the rules that say so fail.
 * A rule that does not call the operation cannot tell, and is not run again.
 */
class WrongImplementationsTest {
  private static final long SEED = Certificate.STANDARD_SEED;
  /** Sharing a rule's programs, they fail with many faults; a trap starts a JVM. */
  private static final Predicate<Rule> EXACT = rule -> rule.requirement() != Requirement.STOCHASTIC && !rule.family().equals("trap");

  /** The methods of the macro assembler that each rule calls. */
  private static Map<String, Set<String>> callsByRule(Target target) {
    Map<String, Set<String>> calls = new TreeMap<>();
    Set<String> current = new HashSet<>();
    WrongBackend recording = new WrongBackend(target.backend(), () -> (_, method, _) -> {
      current.add(method.getName());
      return WrongBackend.Disturbance.PASS;
    });
    for (Rule rule : new BackendRules(recording, target.hosts()).rules()) {
      if (EXACT.test(rule)) {
        current.clear();
        RuleResult result = RuleResult.of(rule, SEED);
        assertEquals(Outcome.PASSED, result.outcome(), () -> rule.id() + ": " + result.message());
        calls.put(rule.id(), Set.copyOf(current));
      }
    }
    return calls;
  }

  /** The rules that fail, of those that are wanted. */
  private static Set<String> failures(CodegenBackend wrong, MachineHostProvider host, Predicate<String> wanted) {
    return new BackendRules(wrong, host).rules().stream()
        .filter(EXACT)
        .filter(rule -> wanted.test(rule.id()))
        .map(rule -> RuleResult.of(rule, SEED))
        .filter(result -> result.outcome() == Outcome.FAILED)
        .map(result -> result.rule().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> exactlyTheRulesForItFail() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Target target : Targets.all()) {
      // Slow, the simulator has to find the faults out; that nothing else fails is seen on the processor.
      Map<String, Set<String>> calls = Targets.isStrict(target) ? Map.of() : callsByRule(target);
      for (WrongOperation wrong : WrongOperation.ALL) {
        Predicate<String> wanted = rule ->
            Targets.isStrict(target) ? wrong.rules().contains(rule) : calls.get(rule).contains(wrong.operation());
        tests.add(DynamicTest.dynamicTest(wrong.operation() + ": " + wrong.fault() + " (" + target + ")",
            () -> assertEquals(new TreeSet<>(wrong.rules()), failures(disturbed(target.backend(), wrong), target.hosts(), wanted))));
      }
    }
    assertTrue(!tests.isEmpty(), "no backend has a host here");
    return tests.stream();
  }

  private static CodegenBackend disturbed(CodegenBackend backend, WrongOperation wrong) {
    return new WrongBackend(backend, () -> (right, method, arguments) -> {
      if (!method.getName().equals(wrong.operation())) {
        return WrongBackend.Disturbance.PASS;
      }
      wrong.replacement().emit(right, arguments);
      return null;
    });
  }

  /** A processor may notice writes of code by itself; the simulator's instruction cache is stale until it is maintained. */
  @Test
  void omittedCacheMaintenanceFailsTheRulesOfInstallation() {
    CodegenBackend backend = Targets.all().stream().filter(Targets::isStrict).findFirst().orElseThrow().backend();
    List<RuleResult> failures = new BackendRules(backend, new UnmaintainedHost()).rules().stream()
        .filter(rule -> rule.family().equals("install"))
        .map(rule -> RuleResult.of(rule, SEED))
        .filter(result -> result.outcome() == Outcome.FAILED)
        .toList();
    assertEquals(Set.of("install.many", "install.while-running"), failures.stream().map(result -> result.rule().id()).collect(Collectors.toSet()));
    failures.forEach(result -> assertTrue(result.message().contains("STALE_INSTRUCTION"), result::message));
  }

  /** On the strict host all rules that run such code fail, that for the fault among them. */
  @TestFactory
  Stream<DynamicTest> faultsOfFramesFailTheirRules() {
    return Targets.all().stream().flatMap(target -> WrongFrames.of(target.backend()).stream().map(wrong ->
        DynamicTest.dynamicTest(wrong.fault() + " (" + target + ")", () -> {
          Set<String> families = Set.of("frame", "abi", "distance", "install");
          Predicate<String> wanted = rule -> families.contains(rule.substring(0, rule.indexOf('.')));
          Set<String> failures = failures(new WrongBackend(target.backend(), wrong.disturbances()), target.hosts(), wanted);
          if (Targets.isStrict(target)) {
            assertTrue(failures.containsAll(wrong.rules()), failures::toString);
          } else {
            assertEquals(new TreeSet<>(wrong.rules()), failures);
          }
        })));
  }
}
