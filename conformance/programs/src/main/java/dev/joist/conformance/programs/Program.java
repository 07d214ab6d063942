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
 * @param arguments what it finds in process.argv from index 2 on
 * @param expected its standard output; when it ends by an uncaught error, followed by {@link #FAILED}
 */
public record Program(String name, String source, List<String> arguments, String expected) {
  /** The line that stands for an uncaught error: the message on standard error is the engine's own. */
  public static final String FAILED = "[exit status 1]\n";

  public Program {
    arguments = List.copyOf(arguments);
  }

  /** The programs below a folder, by name; the expected output lies beside each: sort.js, sort.out. */
  public static List<Program> below(Path folder) {
    return files(folder, ".js").map(file -> {
      String name = folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.js$", "");
      return new Program(name, read(file), List.of(), read(folder.resolve(name + ".out")));
    }).toList();
  }

  /**
   * The runs of a folder's programs that have an expected output in its folder {@code expected}: {@code nbody.out}, and with an argument
   * {@code nbody.1.out}.
   */
  public static List<Program> examples(Path folder) {
    return files(folder.resolve("expected"), ".out").map(file -> {
      String[] parts = file.getFileName().toString().split("\\.");
      List<String> arguments = List.of(parts).subList(1, parts.length - 1);
      String name = String.join(" ", List.of(parts).subList(0, parts.length - 1));
      return new Program(name, read(folder.resolve(parts[0] + ".js")), arguments, read(file));
    }).toList();
  }

  private static Stream<Path> files(Path folder, String suffix) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
