package dev.joist.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What each module requires, exports and provides, as {@code java --describe-module} says it: a change shows in review. Rewritten by {@code
 * mvn verify -Djoist.golden.update=true}.
 */
class DescriptorsTest {
  private static final Path GOLDEN = Path.of(System.getProperty("joist.descriptors"));

  @Test
  void modulesDescribeThemselvesAsReviewed() throws IOException {
    String actual = Image.modules().values().stream()
        .map(reference -> describe(reference.descriptor()))
        .collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("joist.golden.update")) {
      Files.writeString(GOLDEN, actual);
    }
    assertEquals(Files.readString(GOLDEN), actual);
  }

  private static String describe(ModuleDescriptor module) {
    Stream<String> requires = module.requires().stream().map(required -> "requires " + required.name() + modifiers(required.modifiers()));
    Stream<String> exports = module.exports().stream().map(exported -> (exported.isQualified() ? "qualified exports " : "exports ")
        + exported.source() + targets(exported.targets()));
    Stream<String> opens = module.opens().stream().map(opened -> (opened.isQualified() ? "qualified opens " : "opens ")
        + opened.source() + targets(opened.targets()));
    Stream<String> uses = module.uses().stream().map(used -> "uses " + used);
    Stream<String> provides = module.provides().stream()
        .map(provided -> "provides " + provided.service() + " with " + String.join(" ", provided.providers()));
    return module.name() + "\n" + Stream.of(requires, exports, opens, uses, provides)
        .flatMap(lines -> lines.sorted().map(line -> "  " + line + "\n")).collect(Collectors.joining());
  }

  private static String modifiers(Set<ModuleDescriptor.Requires.Modifier> modifiers) {
    return modifiers.stream().map(modifier -> " " + modifier.name().toLowerCase(Locale.ROOT)).sorted().collect(Collectors.joining());
  }

  private static String targets(Set<String> targets) {
    return targets.isEmpty() ? "" : " to " + targets.stream().sorted().collect(Collectors.joining(" "));
  }
}
