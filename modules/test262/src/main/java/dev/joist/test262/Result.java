package dev.joist.test262;

/**
 * What came of one test in one mode.
 *
 * @param path below the suite's {@code test} folder, with {@code /}
 * @param detail why it did not pass; empty when it did
 * @param millis how long it took
 */
public record Result(String path, Mode mode, Outcome outcome, String detail, long millis) {
  /** The name in a baseline: path and mode. */
  String key() {
    return path + ' ' + mode.text();
  }

  /** The folder that a summary counts it under: the first two of its path. */
  String folder() {
    String[] parts = path.split("/");
    return parts.length > 2 ? parts[0] + '/' + parts[1] : parts[0];
  }
}
