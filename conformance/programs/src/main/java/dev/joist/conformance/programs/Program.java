package dev.joist.conformance.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A program and what node prints when it runs it.
 *
 * @param name for people: {@code arrays/sort}
 * @param file where it lies
 * @param isModule whether it is run as node runs a file; else as a script, whose top-level variables are global
 * @param source its text
 * @param arguments what it finds in process.argv from index 2 on
 * @param expected its standard output; when it ends by an uncaught error, followed by {@link #FAILED}
 */
public record Program(String name, Path file, boolean isModule, String source, List<String> arguments, String expected) {
  /** The line that stands for an uncaught error: the message on standard error is the engine's own. */
  public static final String FAILED = "[exit status 1]\n";

  public Program {
    arguments = List.copyOf(arguments);
  }

  /**
   * The programs below a folder, by name; the expected output lies beside each: sort.js, sort.out. Those in the folder {@code modules} are run
   * as modules; what they load lies in folders of its own, {@code lib} and {@code node_modules}.
   */
  public static List<Program> below(Path folder) {
    return files(folder, ".js").filter(file -> !isLoaded(folder.relativize(file))).map(file -> {
      String name = folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.js$", "");
      return new Program(name, file, name.startsWith("modules/"), read(file), List.of(), read(folder.resolve(name + ".out")));
    }).toList();
  }

  private static boolean isLoaded(Path file) {
    return StreamSupport.stream(file.spliterator(), false).map(Path::toString).anyMatch(part -> part.equals("lib") || part.equals("node_modules"));
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
      Path program = folder.resolve(parts[0] + ".js");
      return new Program(name, program, true, read(program), arguments, read(file));
    }).toList();
  }

  /** Whether it is an example as it stands, which computes for longer than one with a small argument. */
  public boolean isWholeExample() {
    return arguments.isEmpty() && name.indexOf('/') < 0;
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
