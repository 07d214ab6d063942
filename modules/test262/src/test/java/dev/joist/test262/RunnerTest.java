package dev.joist.test262;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.JitMode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A small suite made up for this, with a test for each way to end. */
class RunnerTest {
  private static final Path SUITE = Path.of(System.getProperty("joist.suite", "src/test/resources/suite"));

  private static List<String> run(JitMode jit, String... filters) {
    return results(jit, filters).stream().map(result -> result.path().replace("language/", "") + ' ' + result.mode().text() + ": "
        + result.outcome().text()).toList();
  }

  private static List<Result> results(JitMode jit, String... filters) {
    PrintStream discarded = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    EngineOptions options = EngineOptions.DEFAULTS.withJit(jit).withTimeout(Duration.ofSeconds(3)).withOutput(discarded, discarded);
    Suite suite = new Suite(SUITE);
    Runner runner = new Runner(suite, Exclusions.parse("feature warp-drive: not invented\nflag module: no modules"), options);
    List<Result> seen = new ArrayList<>();
    List<Result> results = runner.run(suite.paths(List.of(filters)), 2, seen::add);
    assertEquals(results.size(), seen.size());
    return results;
  }

  @ParameterizedTest
  @EnumSource(JitMode.class)
  void everyTestEndsAsItShould(JitMode jit) {
    assertEquals(List.of(
        "async-forgets.js sloppy: failed",
        "async-passes.js sloppy: passed",
        "deep.js sloppy: passed",
        "early-error.js sloppy: passed",
        "early-error.js strict: passed",
        "endless.js sloppy: timed out",
        "fails.js sloppy: passed",
        "fails.js strict: failed",
        "host.js sloppy: passed",
        "includes.js sloppy: passed",
        "includes.js strict: passed",
        "late-error.js sloppy: passed",
        "late-error.js strict: passed",
        "module.js sloppy: skipped",
        "needs-warp.js sloppy: skipped",
        "no-error.js sloppy: failed",
        "no-strict.js sloppy: passed",
        "only-strict.js strict: passed",
        "passes.js sloppy: passed",
        "passes.js strict: passed",
        "raw.js sloppy: passed",
        "rejects.js sloppy: passed",
        "sub/feature.js sloppy: skipped",
        "sub/feature.js strict: skipped",
        "wrong-error.js sloppy: failed"), run(jit));
  }

  @Test
  void aFailureSaysWhy() {
    Result failure = results(JitMode.OFF, "language/fails.js").getLast();

    assertEquals("Test262Error: this is undefined", failure.detail());
  }

  @Test
  void filtersAreFoldersFilesOrGlobs() {
    Suite suite = new Suite(SUITE);

    assertEquals(List.of("language/sub/feature.js"), suite.paths(List.of("language/sub")));
    assertEquals(List.of("language/raw.js", "language/sub/feature.js"), suite.paths(List.of("test/language/raw.js", "language/sub/")));
    assertEquals(List.of("language/async-forgets.js", "language/async-passes.js"), suite.paths(List.of("language/async*")));
    assertTrue(assertThrows(SuiteException.class, () -> suite.paths(List.of("langauge"))).getMessage().contains("'langauge'"));
  }

  @Test
  void aFolderThatIsNoCheckoutIsNamed(@TempDir Path empty) {
    assertTrue(assertThrows(SuiteException.class, () -> new Suite(empty)).getMessage().contains(empty.toString()));
  }

  @Test
  void aSummaryCountsByFolderAndLeavesOutWhatWasSkipped(@TempDir Path folder) throws Exception {
    List<Result> results = results(JitMode.OFF, "language/fails.js", "language/sub");

    assertEquals("""
        | folder | passed | failed | timed out | crashed | skipped | rate |
        |---|---|---|---|---|---|---|
        | language | 1 | 1 | 0 | 0 | 0 | 50.0 % |
        | language/sub | 0 | 0 | 0 | 0 | 2 | - |
        | all | 1 | 1 | 0 | 0 | 2 | 50.0 % |""", new Summary(results).table());
    Path table = folder.resolve("table.md");
    new Summary(results).writeShortTable(table);
    assertEquals("""
        | folder | passed | not | skipped | rate |
        |---|---|---|---|---|
        | language | 1 | 1 | 0 | 50.0 % |
        | language/sub | 0 | 0 | 2 | - |
        | **all** | 1 | 1 | 2 | 50.0 % |
        """, Files.readString(table));
    Path json = folder.resolve("results.json");
    JsonReport.write(json, results);
    assertTrue(Files.readString(json).contains("{\"path\":\"language/fails.js\",\"mode\":\"sloppy\",\"outcome\":\"passed\",\"detail\":\"\","));
  }
}
