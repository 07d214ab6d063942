package dev.joist.conformance.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program and what node prints when it runs it.
 *
 * @param name for people: {@code arrays/sort}
 * @param source its text
 * @param expected its standard output; when it ends by an uncaught error, followed by {@link #FAILED}
 */
public record Program(String name, String source, String expected) {
  /** The line that stands for an uncaught error: the message on standard error is the engine's own. */
  public static final String FAILED = "[exit status 1]\n";

  /** All programs below a folder, by name; the expected output lies beside each. */
  public static List<Program> below(Path folder) {
    return below(folder, folder);
  }

  /** All programs below a folder, with the expected outputs below another. */
  public static List<Program> below(Path folder, Path expected) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".js")).sorted().map(file -> read(folder, expected, file)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Program read(Path folder, Path expected, Path file) {
    try {
      String name = folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.js$", "");
      return new Program(name, Files.readString(file), Files.readString(expected.resolve(name + ".out")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
