package dev.joist.test262;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Results as a JSON array of objects, one to a line. */
public final class JsonReport {
  private JsonReport() {}

  /** @throws SuiteException when the file cannot be written */
  public static void write(Path file, List<Result> results) {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      String separator = "[\n";
      for (Result result : results) {
        writer.append(separator).append(line(result));
        separator = ",\n";
      }
      writer.append(results.isEmpty() ? "[]\n" : "\n]\n");
    } catch (IOException e) {
      throw new SuiteException("cannot write '" + file + "': " + e.getMessage(), e);
    }
  }

  private static String line(Result result) {
    return "{\"path\":" + quote(result.path()) + ",\"mode\":" + quote(result.mode().text()) + ",\"outcome\":" + quote(result.outcome().text())
        + ",\"detail\":" + quote(result.detail()) + ",\"millis\":" + result.millis() + '}';
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
