package dev.joist.test262;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is not run, and why. Lines of the form {@code kind name: reason}, where the kind is {@code feature} or {@code flag} (as tests name
 * them), {@code path} (a folder or file below {@code test}) or {@code refusal} (what the front end says of a construct that it refuses).
 */
public final class Exclusions {
  private enum Kind { FEATURE, FLAG, PATH, REFUSAL }

  private final Map<Kind, Map<String, String>> reasons = new LinkedHashMap<>();

  private Exclusions() {}

  /** Nothing is excluded. */
  public static Exclusions none() {
    return new Exclusions();
  }

  /** The list that belongs to this version of Joist. */
  public static Exclusions standard() {
    try (InputStream resource = Exclusions.class.getResourceAsStream("exclusions.txt")) {
      return parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws SuiteException naming the line that has not the form */
  static Exclusions parse(String text) {
    Exclusions exclusions = new Exclusions();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int space = line.indexOf(' ');
      int colon = line.indexOf(": ", space);
      if (space < 0 || colon < 0) {
        throw new SuiteException("exclusions, line " + number + ": '" + line + "' is not 'kind name: reason'");
      }
      exclusions.reasons.computeIfAbsent(kind(line.substring(0, space), number), _ -> new LinkedHashMap<>())
          .put(line.substring(space + 1, colon), line.substring(colon + 2));
    }
    return exclusions;
  }

  private static Kind kind(String word, int line) {
    return switch (word) {
      case "feature" -> Kind.FEATURE;
      case "flag" -> Kind.FLAG;
      case "path" -> Kind.PATH;
      case "refusal" -> Kind.REFUSAL;
      default -> throw new SuiteException("exclusions, line " + line + ": there is no kind '" + word + "'; there is feature, flag, path, refusal");
    };
  }

  /** Why a test is not run; empty when it is. */
  Optional<String> reason(TestCase test) {
    List<String> found = new ArrayList<>();
    test.frontMatter().flags().stream().sorted().forEach(flag -> add(found, Kind.FLAG, flag));
    test.frontMatter().features().stream().sorted().forEach(feature -> add(found, Kind.FEATURE, feature));
    of(Kind.PATH).forEach((path, reason) -> {
      if (isBelow(test.path(), path)) {
        found.add(path + ": " + reason);
      }
    });
    return found.stream().findFirst();
  }

  /** Why a test does not count whose source was refused with this message; empty when it is a failure. */
  Optional<String> refusal(String message) {
    String reason = of(Kind.REFUSAL).get(message);
    return reason == null ? Optional.empty() : Optional.of(message + ": " + reason);
  }

  private void add(List<String> found, Kind kind, String name) {
    String reason = of(kind).get(name);
    if (reason != null) {
      found.add(name + ": " + reason);
    }
  }

  private Map<String, String> of(Kind kind) {
    return reasons.getOrDefault(kind, Map.of());
  }

  static boolean isBelow(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder.endsWith("/") ? folder : folder + '/');
  }
}
