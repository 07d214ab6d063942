package dev.joist.conformance.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One of the programs of {@code examples/}: together some hundred functions that people could have written. */
record Example(String file, String text) {
  private static final Path FOLDER = Path.of("examples");

  static List<Example> all() throws IOException {
    List<Example> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".js")).sorted().toList()) {
        all.add(new Example(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return all;
  }
}
