package dev.joist.javascript.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joist.bytecode.text.BytecodeWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small sources and the bytecode that they become, to be read in review. {@code -Djoist.golden.update=true} writes the
 * listings anew.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/joist/javascript/codegen/golden");

  static Stream<String> sources() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".js"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void becomesTheListing(String name) throws IOException {
    String text = Files.readString(FOLDER.resolve(name));
    String listing = BytecodeWriter.write(Compiling.OPCODES, Compiling.compile(text));
    Path golden = FOLDER.resolve(name.replace(".js", ".joist"));
    if (Boolean.getBoolean("joist.golden.update")) {
      Files.writeString(golden, listing);
    }

    assertEquals(Files.readString(golden), listing);
  }
}
