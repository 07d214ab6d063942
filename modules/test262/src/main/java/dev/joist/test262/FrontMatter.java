package dev.joist.test262;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a test says of itself in the comment at its beginning.
 *
 * @param includes files of the suite's {@code harness} folder that it needs besides the usual ones
 * @param flags how it is to be run, as the suite calls them
 * @param features of the language that it needs
 * @param negative how it has to fail; empty when it has to succeed
 */
record FrontMatter(List<String> includes, Set<String> flags, Set<String> features, Optional<Negative> negative) {
  static final FrontMatter NONE = new FrontMatter(List.of(), Set.of(), Set.of(), Optional.empty());

  private static final String START = "/*---";
  private static final String END = "---*/";

  /**
   * How a test has to fail.
   *
   * @param phase {@code parse}, {@code resolution} or {@code runtime}
   * @param type the name of the error's constructor
   */
  record Negative(String phase, String type) {
    static final String PARSE = "parse";
  }

  FrontMatter {
    includes = List.copyOf(includes);
    flags = Set.copyOf(flags);
    features = Set.copyOf(features);
  }

  FrontMatter withFeatures(Set<String> all) {
    return new FrontMatter(includes, flags, all, negative);
  }

  boolean isAsync() {
    return flags.contains("async");
  }

  /** Whether the test is run as it is, without harness. */
  boolean isRaw() {
    return flags.contains("raw");
  }

  /**
   * The front matter of a source; {@link #NONE} when it has none.
   *
   * @throws SuiteException when it is not what the suite's documentation says
   */
  static FrontMatter of(String path, String source) {
    int start = source.indexOf(START);
    int end = source.indexOf(END, Math.max(start, 0));
    if (start < 0 || end < 0) {
      return NONE;
    }
    // Some files have line ends of other systems, on purpose.
    String yaml = source.substring(start + START.length(), end).replace("\r\n", "\n").replace('\r', '\n');
    try {
      if (new Load(LoadSettings.builder().setLabel(path).build()).loadFromString(yaml) instanceof Map<?, ?> map) {
        return new FrontMatter(texts(map.get("includes")), Set.copyOf(texts(map.get("flags"))), Set.copyOf(texts(map.get("features"))),
            negative(path, map.get("negative")));
      }
    } catch (YamlEngineException e) {
      throw new SuiteException(path + ": the front matter is not YAML: " + e.getMessage(), e);
    }
    throw new SuiteException(path + ": the front matter is no mapping");
  }

  private static List<String> texts(Object value) {
    return value instanceof Collection<?> items ? items.stream().map(String::valueOf).distinct().toList() : List.of();
  }

  private static Optional<Negative> negative(String path, Object value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map<?, ?> map && map.get("phase") instanceof String phase && map.get("type") instanceof String type) {
      return Optional.of(new Negative(phase, type));
    }
    throw new SuiteException(path + ": 'negative' needs a phase and a type");
  }
}
