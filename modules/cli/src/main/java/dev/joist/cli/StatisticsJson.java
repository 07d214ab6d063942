package dev.joist.cli;

import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.Strategies;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statistics as one line of JSON. */
final class StatisticsJson {
  private StatisticsJson() {}

  static String of(EngineStatistics statistics) {
    JsonObject json = new JsonObject();
    json.number("compiledFunctions", statistics.compiledFunctions());
    json.number("declinedFunctions", statistics.declined().size());
    json.number("codeBytes", statistics.codeBytes());
    json.number("compileNanos", statistics.compileNanos());
    json.number("deoptimizations", statistics.deoptimizations());
    json.number("osrEntries", statistics.osrEntries());
    json.number("slowPathCalls", statistics.slowPathCalls());
    json.array("slowSites", statistics.slowSites().stream().map(StatisticsJson::slowSite).toList());
    json.number("collections", statistics.collections());
    json.number("bytesAllocated", statistics.bytesAllocated());
    statistics.machineInstructions().ifPresent(count -> json.number("machineInstructions", count));
    JsonObject allocation = new JsonObject();
    statistics.allocation().forEach(allocation::number);
    json.object("allocation", allocation);
    JsonObject counters = new JsonObject();
    statistics.counters().forEach(counters::number);
    json.object("counters", counters);
    json.object("strategies", strategies(statistics.strategies()));
    statistics.refusal().ifPresent(reason -> json.text("refusal", reason));
    json.array("declined", statistics.declined().stream()
        .map(decline -> new JsonObject().text("function", decline.function()).text("reason", decline.reason())).toList());
    return json.toString();
  }

  private static JsonObject slowSite(EngineStatistics.SlowSite site) {
    return new JsonObject().text("function", site.function()).number("line", site.line()).number("offset", site.offset())
        .text("opcode", site.opcode()).text("text", site.text()).number("calls", site.calls());
  }

  private static JsonObject strategies(Strategies strategies) {
    return new JsonObject()
        .text("values", strategies.values())
        .text("backend", strategies.backend())
        .text("host", strategies.host())
        .text("allocator", strategies.allocator())
        .text("ic", strategies.ic())
        .text("abi", strategies.abi());
  }

  /** A number out of what {@link #of} has written; empty when it is not there. */
  static OptionalLong number(String json, String name) {
    Matcher member = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
    return member.find() ? OptionalLong.of(Long.parseLong(member.group(1))) : OptionalLong.empty();
  }
}
