package dev.joist.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Names that must not be said where others are meant to be swapped in. Reads constant pools, so it sees strings as well as
 * names of types and members.
 */
class NamesTest {
  private static final Pattern ISA = Pattern.compile("(?i)aarch64|arm64|x86|amd64");
  private static final Pattern VALUE_FORMAT = Pattern.compile("(?i)nan-?box");

  /** They choose by name, or name the defaults. */
  private static final Set<String> CHOOSERS = Set.of("dev.joist.embedding", "dev.joist.engine", "dev.joist.cli");

  @Test
  void noInstructionSetIsNamedOutsideItsBackend() {
    assertNobodySays(ISA, module -> !CHOOSERS.contains(module) && !module.startsWith("dev.joist.backend.")
        && !module.startsWith("dev.joist.host.") && !module.equals(Image.FOREIGN_MODULE));
  }

  @Test
  void noValueFormatIsNamedInABackendOrInAnotherStrategy() {
    assertNobodySays(VALUE_FORMAT, module -> !CHOOSERS.contains(module) && !module.startsWith("dev.joist.values.")
        && !module.equals("dev.joist.spi") && !module.equals(Image.FOREIGN_MODULE));
  }

  private static void assertNobodySays(Pattern name, Predicate<String> modules) {
    List<String> broken = new ArrayList<>();
    int[] looked = {0};
    Image.classFiles(modules).forEach((module, classes) -> {
      for (ClassModel model : classes) {
        looked[0]++;
        for (PoolEntry entry : model.constantPool()) {
          if (entry instanceof Utf8Entry text && name.matcher(text.stringValue()).find()) {
            broken.add(module + ": " + model.thisClass().asInternalName() + " says " + text.stringValue());
          }
        }
      }
    });
    assertEquals(List.of(), broken);
    assertTrue(looked[0] > 50, "looked at " + looked[0] + " classes only");
  }
}
