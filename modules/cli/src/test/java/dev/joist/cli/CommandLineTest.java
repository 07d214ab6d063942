package dev.joist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... arguments) {
    CommandLine line = Joist.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void saysItsVersion() {
    assertEquals(0, execute("--version"));
    assertTrue(out.toString().startsWith("Joist "), out.toString());
  }

  @Test
  void anUnknownOptionGetsTheNearestAndTheKnownOnes() {
    assertEquals(Joist.USAGE, execute("run", "--jit-treshold", "5", "x.js"));
    assertTrue(err.toString().contains("--jit-threshold"), err.toString());
    assertTrue(err.toString().contains("--heap-limit"), err.toString());
  }

  @Test
  void anUnknownCommandGetsTheNearest() {
    assertEquals(Joist.USAGE, execute("strategy"));
    assertTrue(err.toString().contains("strategies"), err.toString());
  }

  @Test
  void withoutACommandThereIsNothingToDo() {
    assertEquals(Joist.USAGE, execute());
    assertTrue(err.toString().contains("run, disasm, profile, strategies, compare, bench"), err.toString());
  }

  @Test
  void anUnknownNameInTheFileOfOptionsIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("joist.properties"), "jit-treshold=3\n");
    CommandLine line = Joist.commandLine(file);
    line.setErr(new PrintWriter(err));
    assertEquals(Joist.USAGE, line.execute("run", "x.js"));
    assertTrue(err.toString().contains("joist.properties: unknown option 'jit-treshold'; there is"), err.toString());
    assertTrue(err.toString().contains("jit-threshold"), err.toString());
  }

  @Test
  void aMissingFileIsNamed() {
    assertEquals(Joist.USAGE, execute("run", "no-such-file.js"));
    assertEquals("joist: there is no file 'no-such-file.js'\n", err.toString());
  }

  @Test
  void aWrongNumberNamesItsOption() {
    assertEquals(Joist.USAGE, execute("run", "--jit-threshold", "many", "x.js"));
    assertTrue(err.toString().contains("--jit-threshold") && err.toString().contains("many"), err.toString());
  }

  @Test
  void systemPropertiesGiveWhatTheCommandLineDoesNot() {
    System.setProperty("joist.jit-threshold", "0");
    try {
      assertEquals(Joist.USAGE, execute("bench", "kernels"));
      assertTrue(err.toString().contains("must be 1 or more"), err.toString());
    } finally {
      System.clearProperty("joist.jit-threshold");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "4096, 4096", "512k, 524288", "64M, 67108864", "2g, 2147483648"})
  void sizesHaveUnits(String text, long bytes) {
    assertEquals(bytes, new ByteSize().convert(text));
  }

  @ParameterizedTest
  @CsvSource({"500ms, 500", "10s, 10000", "3, 3000", "2m, 120000"})
  void timesHaveUnits(String text, long millis) {
    assertEquals(millis, new TimeSpan().convert(text).toMillis());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "-1", "1t", "1.5g", "99999999999"})
  void nonsenseIsRefused(String text) {
    assertThrows(TypeConversionException.class, () -> new ByteSize().convert(text));
    assertThrows(TypeConversionException.class, () -> new TimeSpan().convert(text + "x"));
  }
}
