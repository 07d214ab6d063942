package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.ConfigurationException;
import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.ScriptException;
import dev.joist.embedding.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins from a folder, built here from src/test/resources/plugins: one opcode that works, and some that do what they must not. */
class PluginPathTest {
  private static final Path LIBRARY = Path.of(System.getProperty("joist.image"), "lib");
  private static final Path SOURCES = Path.of(System.getProperty("joist.plugins"));

  @TempDir
  private static Path folder;

  private static Path plugins;

  @BeforeAll
  static void buildThePlugin() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    Path classes = compile(SOURCES.resolve("acme"));
    tool("jar", List.of("--create", "--file", plugins.resolve("acme.jar").toString(), "-C", classes.toString(), "."));
  }

  private static Path compile(Path sources) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "--module-path", LIBRARY.toString(), "-d", classes.toString()));
    try (Stream<Path> files = Files.list(sources)) {
      files.map(Path::toString).forEach(arguments::add);
    }
    tool("javac", arguments);
    return classes;
  }

  private static void tool(String name, List<String> arguments) {
    int status = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments.toArray(String[]::new));
    assertEquals(0, status, () -> name + " " + arguments);
  }

  private static EngineOptions options(OutputStream err) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return EngineOptions.DEFAULTS.withOutput(stream, stream).withPluginPath(List.of(plugins)).withJit(JitMode.EAGER);
  }

  /** Calls an opcode of the plugin from a function that is compiled. */
  private static String program(String method) {
    return "globalThis.Acme = { " + method + ": null }; function f(x) { return Acme." + method + "(x); } f(1); f(2); f(20) + f(1)";
  }

  @Test
  void anOpcodeFromThePathIsInterpretedAndCompiled() {
    try (Engine engine = Engine.create(options(OutputStream.nullOutputStream()))) {
      assertEquals(Value.of(42), engine.eval(program("twice")));
      assertEquals(List.of(), engine.statistics().declined());
      assertEquals(Value.of(4294967294.0), engine.eval("f(2147483647)"));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      throws      | acme.Throws      | threw java.lang.UnsupportedOperationException: not today
      lies        | acme.Lies        | declares that it reads operand 0, which is no register that the instruction reads
      undeclared  | acme.Undeclared  | operand 1 is asked for as [BOXED, BOXED_AND_IN_SLOT], but was declared
      keeps       | acme.Keeps       | which is no result and no temp of this instruction
      writesInput | acme.WritesInput | which is no result and no temp of this instruction
      nothing     | acme.Nothing     | emits nothing that writes its result, operand 0
      """)
  void whatALoweringMustNotDoIsCaughtAndTheEngineGoesOn(String method, String opcode, String complaint) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (Engine engine = Engine.create(options(err))) {
      // Twice, since what is kept from one instruction shows in the next.
      assertEquals(Value.of(42), engine.eval(program(method)));
      assertEquals(Value.of(6), engine.eval("function g(x) { return Acme." + method + "(x); } g(1); g(3)"));
      List<EngineStatistics.Decline> declined = engine.statistics().declined().stream().filter(decline -> decline.reason().contains(opcode)).toList();
      assertTrue(!declined.isEmpty(), "nothing declined");
      String reason = declined.getLast().reason();
      assertTrue(reason.matches("plugin 'acme': the lowering of " + opcode + " at offset \\d+ .*"), reason);
      assertTrue(reason.contains(complaint), reason);
      assertTrue(err.toString(StandardCharsets.UTF_8).contains("stays interpreted: plugin 'acme'"), err::toString);
      assertEquals(Value.of("still here"), engine.eval("function h() { return 'still here'; } h()"));
    }
  }

  @Test
  void aMeaningThatFailsIsAnErrorOfTheProgram() {
    try (Engine engine = Engine.create(options(OutputStream.nullOutputStream()))) {
      ScriptException error = assertThrows(ScriptException.class, () -> engine.eval(program("failsToMean")));
      assertTrue(error.getMessage().matches("(?s).*plugin 'acme': the meaning of acme.FailsToMean at offset \\d+ threw .*no meaning.*"), error.getMessage());
      assertEquals(Value.of("caught"), engine.eval("try { f(1) } catch (e) { 'caught' }"));
    }
  }

  @Test
  void aPathWithoutPluginsIsRefused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    EngineOptions none = EngineOptions.DEFAULTS.withPluginPath(List.of(empty));
    assertTrue(assertThrows(ConfigurationException.class, () -> Engine.create(none)).getMessage().contains("there is no jar in the plugin path"));
    EngineOptions nowhere = EngineOptions.DEFAULTS.withPluginPath(List.of(folder.resolve("nowhere")));
    assertTrue(assertThrows(ConfigurationException.class, () -> Engine.create(nowhere)).getMessage().contains("is no folder"));
  }

  @Test
  void twoPluginsOfOneIdAreRefusedWithBothNames() throws IOException {
    Path second = Files.createDirectories(folder.resolve("second"));
    Files.copy(plugins.resolve("acme.jar"), second.resolve("acme-copy.jar"));
    EngineOptions twice = EngineOptions.DEFAULTS.withPluginPath(List.of(plugins, second));
    String message = assertThrows(ConfigurationException.class, () -> Engine.create(twice)).getMessage();
    assertTrue(message.contains("acme.jar") && message.contains("acme-copy.jar"), message);
  }
}
