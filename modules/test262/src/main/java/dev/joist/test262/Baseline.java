package dev.joist.test262;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is expected of a run: a line {@code path mode: outcome} for each test that is known not to pass, and nothing for those that pass.
 * Skipped tests are not in it.
 */
public final class Baseline {
  private final Map<String, String> expected;

  private Baseline(Map<String, String> expected) {
    this.expected = expected;
  }

  /** @throws SuiteException when the file cannot be read or a line has not the form */
  public static Baseline read(Path file) {
    Map<String, String> expected = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        int colon = line.lastIndexOf(": ");
        if (colon < 0) {
          throw new SuiteException(file + ": '" + line + "' is not 'path mode: outcome'");
        }
        expected.put(line.substring(0, colon), line.substring(colon + 2));
      }
    } catch (IOException e) {
      throw new SuiteException("cannot read the baseline '" + file + "': " + e.getMessage(), e);
    }
    return new Baseline(expected);
  }

  /** @throws SuiteException when the file cannot be written */
  public static void write(Path file, List<Result> results) {
    try {
      Files.write(file, results.stream().filter(Baseline::isListed).map(result -> result.key() + ": " + result.outcome().text()).toList());
    } catch (IOException e) {
      throw new SuiteException("cannot write the baseline '" + file + "': " + e.getMessage(), e);
    }
  }

  private static boolean isListed(Result result) {
    return result.outcome() != Outcome.PASSED && result.outcome() != Outcome.SKIPPED;
  }

  /** One line for each result that is not the expected one, better or worse; tests that were not run are not looked at. */
  public List<String> differences(List<Result> results) {
    List<String> differences = new ArrayList<>();
    for (Result result : results) {
      String actual = result.outcome().text();
      String wanted = expected.getOrDefault(result.key(), Outcome.PASSED.text());
      boolean skippedAsExpected = result.outcome() == Outcome.SKIPPED && !expected.containsKey(result.key());
      if (!actual.equals(wanted) && !skippedAsExpected) {
        differences.add(result.key() + ": " + actual + " instead of " + wanted + (result.detail().isEmpty() ? "" : " (" + result.detail() + ")"));
      }
    }
    return differences;
  }
}
