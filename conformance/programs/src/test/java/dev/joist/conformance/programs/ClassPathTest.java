package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Joist in an application that knows no modules: all jars on one class path. */
class ClassPathTest {
  private static final Path LIBRARY = Path.of(System.getProperty("joist.image"), "lib");

  private static URL[] jars() throws IOException {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(LIBRARY)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        jars.add(file.toUri().toURL());
      }
    }
    return jars.toArray(URL[]::new);
  }

  @Test
  void anEngineFindsItsPartsThere() throws IOException, ReflectiveOperationException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader classPath = new URLClassLoader("class path", jars(), null)) {
      thread.setContextClassLoader(classPath);
      Class<?> engines = classPath.loadClass("dev.joist.embedding.Engine");
      assertFalse(engines.getModule().isNamed());
      try (AutoCloseable engine = (AutoCloseable) engines.getMethod("create").invoke(null)) {
        Object result = engines.getMethod("eval", String.class).invoke(engine, "let s = 0; for (let i = 0; i < 5000; i++) s += i; s");
        assertEquals("12497500", result.toString());
        assertEquals(1L, ((Number) statistic(engine, engines, "compiledFunctions")).longValue());
      }
    } catch (RuntimeException | IOException | ReflectiveOperationException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Object statistic(Object engine, Class<?> engines, String name) throws ReflectiveOperationException {
    Object statistics = engines.getMethod("statistics").invoke(engine);
    return statistics.getClass().getMethod(name).invoke(statistics);
  }
}
