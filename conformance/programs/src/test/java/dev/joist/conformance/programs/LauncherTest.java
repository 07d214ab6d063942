package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a clone of its own, with this build's image: its AOT cache, and whether it builds. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
  private static final Path IMAGE = Path.of(System.getProperty("joist.image")).normalize();
  private static final FileTime EARLIER = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir
  private Path folder;
  private Path clone;

  private record Outcome(int status, String output, String errors) {
    private static final Outcome HELLO = new Outcome(0, "hello\n", "");
  }

  @BeforeEach
  void makeClone() throws IOException {
    clone = folder.resolve("clone");
    for (String sources : List.of("api", "modules", "spi-backends", "plugins", "conformance/kit", "target/joist/lib")) {
      Files.createDirectories(clone.resolve(sources));
    }
    Files.setLastModifiedTime(Files.createFile(clone.resolve("pom.xml")), EARLIER);
    Path launcher = IMAGE.resolve("../../joist").normalize();
    Files.copy(launcher, clone.resolve("joist"), StandardCopyOption.COPY_ATTRIBUTES);
    try (Stream<Path> jars = Files.list(IMAGE.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, image().resolve("lib").resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Files.copy(IMAGE.resolve("training.js"), image().resolve("training.js"));
    mark();
    Files.writeString(folder.resolve("hello.js"), "console.log('hello')");
  }

  private Path image() {
    return clone.resolve("target/joist");
  }

  private void mark() throws IOException {
    Files.createFile(image().resolve("built"));
  }

  private Outcome run(Map<String, String> environment) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder = new ProcessBuilder(clone.resolve("joist").toString(), "run", folder.resolve("hello.js").toString())
        .redirectError(errors.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JOIST_JAVA_OPTIONS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    int status = process.waitFor();
    return new Outcome(status, output, Files.readString(errors));
  }

  private Outcome run() throws IOException, InterruptedException {
    return run(Map.of());
  }

  /** In this mode a cache that cannot be used is an error. */
  private Outcome runWithCacheOnly() throws IOException, InterruptedException {
    return run(Map.of("JOIST_JAVA_OPTIONS", "-XX:AOTMode=on"));
  }

  private Path cache() throws IOException {
    try (Stream<Path> files = Files.list(image())) {
      return files.filter(file -> file.toString().endsWith(".aot")).findFirst().orElseThrow();
    }
  }

  @Test
  void aMovedCloneMakesItsCacheAnew() throws IOException, InterruptedException {
    assertEquals(Outcome.HELLO, run());
    assertEquals(Outcome.HELLO, runWithCacheOnly());
    Path elsewhere = folder.resolve("else where");
    Files.move(clone, elsewhere);
    clone = elsewhere;
    assertEquals(Outcome.HELLO, run());
    assertEquals(Outcome.HELLO, runWithCacheOnly());
  }

  @Test
  void aCacheOfOtherJarsIsMadeAnew() throws IOException, InterruptedException {
    assertEquals(Outcome.HELLO, run());
    try (Stream<Path> jars = Files.list(image().resolve("lib"))) {
      for (Path jar : jars.toList()) {
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
      }
    }
    assertEquals(Outcome.HELLO, runWithCacheOnly());
  }

  @Test
  void aCacheThatTheJvmRefusesIsNotMentioned() throws IOException, InterruptedException {
    assertEquals(Outcome.HELLO, run());
    Files.write(cache(), new byte[1 << 16], StandardOpenOption.TRUNCATE_EXISTING);
    assertEquals(Outcome.HELLO, run());
  }

  @Test
  void afterAKilledBuildTheNextRunBuilds() throws IOException, InterruptedException {
    Files.delete(image().resolve("built"));
    Path tools = Files.createDirectory(folder.resolve("tools"));
    Path maven = Files.writeString(tools.resolve("mvn"), """
        #!/bin/sh
        echo called >>"$CALLS"
        case $(wc -l <"$CALLS") in
          1) kill -9 $PPID ;;
          *) touch "$IMAGE/built" ;;
        esac
        """);
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path calls = folder.resolve("calls.txt");
    Map<String, String> environment = Map.of("PATH", tools + ":" + System.getenv("PATH"), "CALLS", calls.toString(), "IMAGE", image().toString());
    assertEquals(128 + 9, run(environment).status());
    Outcome next = run(environment);
    assertEquals("hello\n", next.output(), next.errors());
    assertEquals(Outcome.HELLO, run(environment));
    assertEquals(List.of("called", "called"), Files.readAllLines(calls));
  }
}
