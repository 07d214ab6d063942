package dev.joist.cli;

import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.Strategies;
import java.util.StringJoiner;

/** Statistics as one line of JSON. */
final class StatisticsJson {
  private final StringJoiner members = new StringJoiner(",", "{", "}");

  private StatisticsJson() {}

  static String of(EngineStatistics statistics) {
    StatisticsJson json = new StatisticsJson();
    json.number("compiledFunctions", statistics.compiledFunctions());
    json.number("declinedFunctions", statistics.declined().size());
    json.number("codeBytes", statistics.codeBytes());
    json.number("compileNanos", statistics.compileNanos());
    json.number("deoptimizations", statistics.deoptimizations());
    json.number("osrEntries", statistics.osrEntries());
    json.number("slowPathCalls", statistics.slowPathCalls());
    json.number("collections", statistics.collections());
    json.number("bytesAllocated", statistics.bytesAllocated());
    statistics.machineInstructions().ifPresent(count -> json.number("machineInstructions", count));
    json.raw("strategies", strategies(statistics.strategies()));
    statistics.refusal().ifPresent(reason -> json.text("refusal", reason));
    json.raw("declined", declined(statistics));
    return json.members.toString();
  }

  private static String strategies(Strategies strategies) {
    StatisticsJson json = new StatisticsJson();
    json.text("values", strategies.values());
    json.text("backend", strategies.backend());
    json.text("host", strategies.host());
    json.text("allocator", strategies.allocator());
    json.text("ic", strategies.ic());
    json.text("abi", strategies.abi());
    return json.members.toString();
  }

  private static String declined(EngineStatistics statistics) {
    StringJoiner list = new StringJoiner(",", "[", "]");
    for (EngineStatistics.Decline decline : statistics.declined()) {
      StatisticsJson json = new StatisticsJson();
      json.text("function", decline.function());
      json.text("reason", decline.reason());
      list.add(json.members.toString());
    }
    return list.toString();
  }

  private void number(String name, long value) {
    raw(name, String.valueOf(value));
  }

  private void text(String name, String value) {
    raw(name, quote(value));
  }

  private void raw(String name, String json) {
    members.add(quote(name) + ":" + json);
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
