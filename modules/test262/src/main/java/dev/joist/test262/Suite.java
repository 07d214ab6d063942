package dev.joist.test262;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A checkout of the suite. May be used by several threads. */
public final class Suite {
  private static final String HARNESS = "harness";
  private static final String TESTS = "test";

  private final Path root;
  private final Map<String, String> harness = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> harnessFeatures = new ConcurrentHashMap<>();

  /** @throws SuiteException when this is no checkout */
  public Suite(Path root) {
    this.root = root;
    for (String folder : List.of(HARNESS, TESTS)) {
      if (!Files.isDirectory(root.resolve(folder))) {
        throw new SuiteException("'" + root + "' is no checkout of tc39/test262: it has no folder '" + folder + "'");
      }
    }
  }

  /**
   * The tests' paths below {@code test}, sorted.
   *
   * @param filters folders or files below {@code test}, or globs such as {@code language/**}{@code /S7*}; none: all tests
   * @throws SuiteException when a filter lets nothing through
   */
  public List<String> paths(List<String> filters) {
    Path tests = root.resolve(TESTS);
    List<String> all;
    try (Stream<Path> files = Files.walk(tests)) {
      all = files.map(file -> tests.relativize(file).toString().replace('\\', '/')).filter(Suite::isTest).sorted().toList();
    } catch (IOException e) {
      throw new SuiteException("cannot read '" + tests + "': " + e.getMessage(), e);
    }
    List<PathMatcher> matchers = filters.stream().map(Suite::matcher).toList();
    for (int i = 0; i < matchers.size(); i++) {
      PathMatcher matcher = matchers.get(i);
      if (all.stream().map(Path::of).noneMatch(matcher::matches)) {
        throw new SuiteException("no test in '" + tests + "' matches '" + filters.get(i) + "'");
      }
    }
    return filters.isEmpty() ? all : all.stream().filter(path -> matchers.stream().anyMatch(matcher -> matcher.matches(Path.of(path)))).toList();
  }

  /** Files with _FIXTURE in their name are parts of other tests. */
  private static boolean isTest(String path) {
    return path.endsWith(".js") && !path.contains("_FIXTURE");
  }

  private static PathMatcher matcher(String filter) {
    if (filter.contains("*")) {
      return FileSystems.getDefault().getPathMatcher("glob:" + filter);
    }
    String folder = filter.startsWith(TESTS + '/') ? filter.substring(TESTS.length() + 1) : filter;
    return path -> Exclusions.isBelow(path.toString().replace('\\', '/'), folder);
  }

  /**
   * A test; the features that it needs are also those of the harness files that it includes.
   *
   * @throws SuiteException when a file cannot be read or its front matter is broken
   */
  TestCase read(String path) {
    String source = text(root.resolve(TESTS).resolve(path));
    FrontMatter own = FrontMatter.of(path, source);
    Set<String> features = new LinkedHashSet<>(own.features());
    own.includes().forEach(file -> features.addAll(harnessFeatures.computeIfAbsent(file, name -> FrontMatter.of(name, harness(name)).features())));
    return new TestCase(path, source, own.withFeatures(features));
  }

  /** The text of a harness file. */
  String harness(String name) {
    return harness.computeIfAbsent(name, file -> text(root.resolve(HARNESS).resolve(file)));
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SuiteException("cannot read '" + file + "': " + e.getMessage(), e);
    }
  }
}
