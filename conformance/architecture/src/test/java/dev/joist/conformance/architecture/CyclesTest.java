package dev.joist.conformance.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Within a module, packages form layers as well. Between modules, the module system sees to it. */
class CyclesTest {
  static Stream<String> modules() {
    return Image.modules().keySet().stream().filter(name -> !name.equals(Image.FOREIGN_MODULE));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void packagesOfAModuleAreFreeOfCycles(String module) {
    JavaClasses classes = Image.classesOf(module);
    assertTrue(classes.size() > 0, "no class in " + module);
    slices().matching("dev.joist.(**)").should().beFreeOfCycles().allowEmptyShould(true).check(classes);
  }
}
