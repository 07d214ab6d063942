package dev.joist.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may use what of others. */
class LibrariesTest {
  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes = Image.ownClasses();
  }

  @Test
  void onlyTheWiringNamesGuice() {
    noClasses().that().resideOutsideOfPackage("dev.joist.engine..")
        .should().dependOnClassesThat().resideInAnyPackage("com.google..", "jakarta.inject..")
        .check(classes);
    assertUsedSomewhere("com.google.inject");
  }

  @Test
  void onlyTheCommandNamesPicocli() {
    noClasses().that().resideOutsideOfPackage("dev.joist.cli..")
        .should().dependOnClassesThat().resideInAPackage("picocli..")
        .check(classes);
    assertUsedSomewhere("picocli");
  }

  @Test
  void onlyTheFrontEndNamesTheParser() {
    noClasses().that().resideOutsideOfPackage("dev.joist.javascript..")
        .should().dependOnClassesThat().resideInAPackage("dev.joist.javascript.parser..")
        .check(classes);
    assertUsedSomewhere("dev.joist.javascript.parser");
  }

  @Test
  void rawMemoryIsTouchedOnlyWhereItIsOwned() {
    noClasses().that().resideOutsideOfPackages("dev.joist.runtime.memory..", "dev.joist.host..", "dev.joist.abi..", "dev.joist.values.tagged..")
        .should().dependOnClassesThat().resideInAPackage("java.lang.foreign..")
        .check(classes);
    assertUsedSomewhere("java.lang.foreign");
  }

  @Test
  void nobodyUsesUnsafe() {
    noClasses().should().dependOnClassesThat().haveFullyQualifiedName("sun.misc.Unsafe").check(classes);
    assertTrue(classes.size() > 100, "looked at " + classes.size() + " classes only");
  }

  /** Without this, a rule about a library nobody uses any more would hold for ever and say nothing. */
  private static void assertUsedSomewhere(String packagePrefix) {
    assertTrue(classes.stream().anyMatch(owner -> uses(owner, packagePrefix)), "no class uses " + packagePrefix);
  }

  private static boolean uses(JavaClass owner, String packagePrefix) {
    return owner.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> dependency.getTargetClass().getPackageName().startsWith(packagePrefix));
  }
}
