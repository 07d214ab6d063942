package dev.joist.engine;

import dev.joist.embedding.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The implementations of one kind of strategy, by name.
 *
 * @param <S> the kind's SPI
 */
final class Choice<S> {
  private final String kind;
  private final Map<String, S> byName = new TreeMap<>();

  /**
   * Finds all implementations.
   *
   * @param kind what messages call it
   * @throws ConfigurationException when two have one name
   */
  Choice(String kind, Iterable<S> found, Function<S, String> name) {
    this.kind = kind;
    for (S strategy : found) {
      S other = byName.putIfAbsent(name.apply(strategy), strategy);
      if (other != null) {
        throw new ConfigurationException("two of kind " + kind + " are called '" + name.apply(strategy) + "': " + origin(other) + " and "
            + origin(strategy) + "; take one of them off the module path");
      }
    }
  }

  private static String origin(Object strategy) {
    Class<?> type = strategy.getClass();
    return type.getName() + (type.getModule().isNamed() ? " of module " + type.getModule().getName() : "");
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** @throws ConfigurationException when there is none of this name; the message has the known ones and the nearest */
  S select(String name) {
    S strategy = byName.get(name);
    if (strategy == null) {
      throw unknown(kind, name, names());
    }
    return strategy;
  }

  static ConfigurationException unknown(String kind, String name, List<String> known) {
    if (known.isEmpty()) {
      return new ConfigurationException("there is no " + kind + " '" + name + "', nor any other on the module path");
    }
    return new ConfigurationException("unknown " + kind + " '" + name + "'; there is " + String.join(", ", known)
        + ". Did you mean '" + nearest(name, known) + "'?");
  }

  /** The one that begins with the name, since people shorten what they type; else the one with the fewest changes. */
  private static String nearest(String name, List<String> known) {
    String best = known.get(0);
    for (String candidate : known) {
      if (candidate.startsWith(name)) {
        return candidate;
      }
      if (distance(name, candidate) < distance(name, best)) {
        best = candidate;
      }
    }
    return best;
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j - 1], row[j]) + 1);
      }
    }
    return row[b.length()];
  }
}
