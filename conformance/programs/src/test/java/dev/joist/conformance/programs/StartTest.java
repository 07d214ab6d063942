package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start loads. Linking the first native function takes longer than all the rest of a start, and classes made at run time are in no AOT cache. */
class StartTest {
  private static final Path IMAGE = Path.of(System.getProperty("joist.image"));
  private static final Pattern LOADED = Pattern.compile("(\\S+) source: .*");
  /** Behind every call from Java to native code and back. */
  private static final String LINKER = "jdk.internal.foreign.abi.AbstractLinker";
  private static final String EMITTER = "dev.joist.compiler.emit.FunctionEmitter";

  private static final String HELLO = "console.log('hello')";

  @TempDir
  private Path folder;

  private List<String> logOf(String program, List<String> jvm, String... options) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("program.js"), program);
    Path log = folder.resolve("loaded.txt");
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
        "--module-path", IMAGE.resolve("lib").toString(), "--enable-native-access=dev.joist.runtime,dev.joist.values.tagged,dev.joist.host.simulator,dev.joist.host.nativecode",
        "-Xlog:disable", "-Xlog:class+load:file=" + log + "::filesize=0"));
    command.addAll(jvm);
    command.addAll(List.of("--module=dev.joist.cli/dev.joist.cli.Joist", "run"));
    command.addAll(List.of(options));
    command.add(file.toString());
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(output.startsWith("hello\n"), output);
    assertEquals(0, process.waitFor());
    return Files.readAllLines(log);
  }

  private Set<String> loadedBy(String program, String... options) throws IOException, InterruptedException {
    return logOf(program, List.of(), options).stream().map(LOADED::matcher).filter(Matcher::find).map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void aProgramThatCompilesNothingLinksNoNativeFunction() throws IOException, InterruptedException {
    Set<String> loaded = loadedBy(HELLO);
    assertTrue(loaded.contains("dev.joist.cli.Joist"), "nothing seen");
    assertTrue(!loaded.contains(LINKER), "a native function has been linked");
    assertTrue(!loaded.contains(EMITTER), "the compiler has been loaded");
  }

  @Test
  void aProgramThatCompilesDoes() throws IOException, InterruptedException {
    Set<String> loaded = loadedBy("function f() { return 'hello'; } console.log(f())", "--jit", "eager");
    assertTrue(loaded.contains(EMITTER), "the test above looks for a class that is not there");
    if (loaded.stream().anyMatch(name -> name.startsWith("dev.joist.host.nativecode.") && name.endsWith("CodeMemory"))) {
      assertTrue(loaded.contains(LINKER), "the test above looks for a class that is not there");
    }
  }

  @Test
  void aCacheHoldsAllThatAStartLoads() throws IOException, InterruptedException {
    Path cache = folder.resolve("joist.aot");
    logOf(HELLO, List.of("-XX:AOTCacheOutput=" + cache));
    // In this mode a cache that cannot be used is an error.
    List<String> ours = logOf(HELLO, List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on")).stream().filter(line -> line.contains("] dev.joist.")).toList();
    assertTrue(ours.size() > 300, "few classes seen: " + ours.size());
    assertEquals(List.of(), ours.stream().filter(line -> !line.contains("shared objects file")).toList());
  }

  @Test
  void noClassOfOursIsMadeAtRunTime() throws IOException, InterruptedException {
    List<String> made = loadedBy(HELLO).stream()
        .filter(name -> name.startsWith("dev.joist.") && (name.contains("$$TypeSwitch") || name.contains("Generated") && name.contains("/"))).toList();
    assertEquals(List.of(), made);
  }
}
