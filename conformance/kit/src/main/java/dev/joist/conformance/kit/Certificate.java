package dev.joist.conformance.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was checked of an implementation, and what came of it.
 *
 * @param kit its name
 * @param subject the implementation
 * @param seed of all random choices
 * @param results one for each rule of the kit
 */
public record Certificate(String kit, String subject, long seed, List<RuleResult> results) {
  /** Used unless another is wanted: results can be compared from day to day. */
  public static final long STANDARD_SEED = 20_261_122;

  public Certificate {
    results = List.copyOf(results);
  }

  /** Checks all rules of a kit; the listener sees each result as it comes. */
  public static Certificate of(Kit kit, long seed, Consumer<RuleResult> listener) {
    List<RuleResult> results = new ArrayList<>();
    for (Rule rule : kit.rules()) {
      RuleResult result = RuleResult.of(rule, seed);
      results.add(result);
      listener.accept(result);
    }
    return new Certificate(kit.name(), kit.subject(), seed, results);
  }

  /** Whether every required rule was executed, and none failed. */
  public boolean isCertified() {
    return !results.isEmpty() && results.stream().allMatch(RuleResult::isAcceptable);
  }

  /** The results by family, in the order of the rules. */
  public Map<String, List<RuleResult>> families() {
    Map<String, List<RuleResult>> families = new LinkedHashMap<>();
    results.forEach(result -> families.computeIfAbsent(result.rule().family(), _ -> new ArrayList<>()).add(result));
    return families;
  }

  /** As JSON, one rule a line. */
  public String toJson() {
    StringBuilder json = new StringBuilder("{\n");
    member(json, "kit", kit).append(",\n");
    member(json, "subject", subject).append(",\n");
    json.append("  \"certified\": ").append(isCertified()).append(",\n");
    json.append("  \"seed\": ").append(seed).append(",\n");
    json.append("  \"executed\": ").append(results.stream().mapToLong(RuleResult::executed).sum()).append(",\n");
    member(json, "java", Runtime.version().toString()).append(",\n");
    member(json, "machine", System.getProperty("os.name") + " " + System.getProperty("os.arch")).append(",\n");
    json.append("  \"rules\": [\n");
    for (int i = 0; i < results.size(); i++) {
      RuleResult result = results.get(i);
      json.append("    {\"id\": ").append(quoted(result.rule().id()))
          .append(", \"requirement\": \"").append(result.rule().requirement())
          .append("\", \"outcome\": \"").append(result.outcome())
          .append("\", \"executed\": ").append(result.executed())
          .append(", \"statement\": ").append(quoted(result.rule().statement()));
      if (!result.message().isEmpty()) {
        json.append(", \"message\": ").append(quoted(result.message()));
      }
      json.append(i + 1 < results.size() ? "},\n" : "}\n");
    }
    return json.append("  ]\n}\n").toString();
  }

  private static StringBuilder member(StringBuilder json, String name, String value) {
    return json.append("  \"").append(name).append("\": ").append(quoted(value));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> {
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        default -> quoted.append(c < ' ' || Character.isSurrogate((char) c) ? String.format("\\u%04x", c) : String.valueOf((char) c));
      }
    });
    return quoted.append('"').toString();
  }

  /** The name that a certificate's file has by convention: {@code backend-x86-64-on-native.json}. */
  public String fileName() {
    return (kit + "-" + subject).replaceAll("[^A-Za-z0-9.-]+", "-") + ".json";
  }

  /** Writes it into a folder, which is made, and answers the file. */
  public Path writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve(fileName()), toJson());
  }
}
