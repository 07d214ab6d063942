package dev.joist.test262;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  private static final Result PASSED = new Result("a.js", Mode.SLOPPY, Outcome.PASSED, "", 1);
  private static final Result FAILED = new Result("a.js", Mode.STRICT, Outcome.FAILED, "TypeError: x", 1);
  private static final Result SLOW = new Result("b.js", Mode.SLOPPY, Outcome.TIMED_OUT, "too long", 1);
  private static final Result SKIPPED = new Result("c.js", Mode.SLOPPY, Outcome.SKIPPED, "reason", 0);

  @TempDir
  Path folder;

  private Baseline baseline(Result... results) {
    Path file = folder.resolve("baseline.txt");
    Baseline.write(file, List.of(results));
    return Baseline.read(file);
  }

  @Test
  void whatWasWrittenIsExpected() {
    assertEquals(List.of(), baseline(PASSED, FAILED, SLOW, SKIPPED).differences(List.of(PASSED, FAILED, SLOW, SKIPPED)));
  }

  @Test
  void anUnexpectedFailureIsADifference() {
    assertEquals(List.of("a.js strict: failed instead of passed (TypeError: x)"), baseline(PASSED).differences(List.of(PASSED, FAILED)));
  }

  @Test
  void anUnexpectedPassIsADifference() {
    assertEquals(List.of("a.js sloppy: passed instead of failed"),
        baseline(new Result("a.js", Mode.SLOPPY, Outcome.FAILED, "", 1)).differences(List.of(PASSED)));
  }

  @Test
  void anotherKindOfFailureIsADifference() {
    assertEquals(List.of("b.js sloppy: timed out instead of failed (too long)"),
        baseline(new Result("b.js", Mode.SLOPPY, Outcome.FAILED, "", 1)).differences(List.of(SLOW)));
  }

  @Test
  void whatWasNotRunIsNotMissed() {
    assertEquals(List.of(), baseline(FAILED, SLOW).differences(List.of(PASSED)));
  }

  @Test
  void aBrokenLineIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("broken.txt"), "a.js sloppy failed\n");

    assertEquals(file + ": 'a.js sloppy failed' is not 'path mode: outcome'", assertThrows(SuiteException.class, () -> Baseline.read(file)).getMessage());
  }
}
