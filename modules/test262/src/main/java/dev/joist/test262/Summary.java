package dev.joist.test262;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Results counted by folder. */
public final class Summary {
  private final Map<String, Counts> byFolder = new TreeMap<>();
  private final Counts all = new Counts();

  /** How many tests ended how. */
  private static final class Counts {
    private final Map<Outcome, Integer> byOutcome = new EnumMap<>(Outcome.class);

    void add(Outcome outcome) {
      byOutcome.merge(outcome, 1, Integer::sum);
    }

    int of(Outcome outcome) {
      return byOutcome.getOrDefault(outcome, 0);
    }

    int run() {
      return byOutcome.values().stream().mapToInt(Integer::intValue).sum() - of(Outcome.SKIPPED);
    }

    private String rate() {
      return run() == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * of(Outcome.PASSED) / run());
    }

    String shortLine(String name) {
      return String.format(Locale.ROOT, "| %s | %d | %d | %d | %s |", name, of(Outcome.PASSED), run() - of(Outcome.PASSED), of(Outcome.SKIPPED), rate());
    }

    String line(String name) {
      return String.format(Locale.ROOT, "| %s | %d | %d | %d | %d | %d | %s |", name, of(Outcome.PASSED), of(Outcome.FAILED), of(Outcome.TIMED_OUT),
          of(Outcome.CRASHED), of(Outcome.SKIPPED), rate());
    }
  }

  public Summary(List<Result> results) {
    for (Result result : results) {
      byFolder.computeIfAbsent(result.folder(), _ -> new Counts()).add(result.outcome());
      all.add(result.outcome());
    }
  }

  /** Whether every test that was run has passed. */
  public boolean isClean() {
    return all.run() == all.of(Outcome.PASSED);
  }

  /** A table in Markdown. A rate is that of the tests that were run. */
  public String table() {
    StringBuilder table = new StringBuilder("| folder | passed | failed | timed out | crashed | skipped | rate |\n|---|---|---|---|---|---|---|\n");
    byFolder.forEach((folder, counts) -> table.append(counts.line(folder)).append('\n'));
    return table.append(all.line("all")).toString();
  }

  /** The table in the form that docs/compatibility.md has: all ways of not passing are one column. */
  public String shortTable() {
    StringBuilder table = new StringBuilder("| folder | passed | not | skipped | rate |\n|---|---|---|---|---|\n");
    byFolder.forEach((folder, counts) -> table.append(counts.shortLine(folder)).append('\n'));
    return table.append(all.shortLine("**all**")).append('\n').toString();
  }

  /** @throws SuiteException when the file cannot be written */
  public void writeShortTable(Path file) {
    try {
      Files.writeString(file, shortTable());
    } catch (IOException e) {
      throw new SuiteException("cannot write the summary '" + file + "': " + e.getMessage(), e);
    }
  }
}
