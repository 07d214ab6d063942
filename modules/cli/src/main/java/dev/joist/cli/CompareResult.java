package dev.joist.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a program took under one combination.
 *
 * @param milliseconds elapsed, from the process' start to its end
 * @param statistics as {@code run --stats} wrote them
 * @param agrees whether output and exit status were the first combination's, each time
 */
record CompareResult(Combination combination, Spread milliseconds, String statistics, boolean agrees) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Runs all in turns; those whose machine instructions are counted only once, as the count is exact. */
  static List<CompareResult> measure(List<Combination> combinations, List<String> program, int rounds) {
    List<ProcessRun> first = combinations.stream().map(combination -> run(combination, program)).toList();
    List<List<ProcessRun>> runs = new ArrayList<>(first.stream().map(run -> (List<ProcessRun>) new ArrayList<>(List.of(run))).toList());
    for (int round = 1; round < rounds; round++) {
      for (int i = 0; i < combinations.size(); i++) {
        if (StatisticsJson.number(statistics(first.get(i)), "machineInstructions").isEmpty()) {
          runs.get(i).add(run(combinations.get(i), program));
        }
      }
    }
    List<CompareResult> results = new ArrayList<>();
    for (int i = 0; i < combinations.size(); i++) {
      Spread time = Spread.of(runs.get(i).stream().mapToDouble(run -> run.wallNanos() / NANOS_PER_MILLI).toArray());
      boolean agrees = runs.get(i).stream().allMatch(run -> run.output().equals(first.getFirst().output()) && run.status() == first.getFirst().status());
      results.add(new CompareResult(combinations.get(i), time, statistics(first.get(i)), agrees));
    }
    return results;
  }

  private static ProcessRun run(Combination combination, List<String> program) {
    List<String> arguments = new ArrayList<>(List.of("run", "--stats"));
    arguments.addAll(combination.arguments());
    arguments.addAll(program);
    ProcessRun run = ProcessRun.of(Launcher.command(arguments));
    if (statistics(run).isEmpty()) {
      throw new UsageException("'joist " + String.join(" ", arguments) + "' did not run:\n" + run.errors().strip());
    }
    return run;
  }

  /** The last line that a run with statistics writes to standard error; empty when it did not come so far. */
  private static String statistics(ProcessRun run) {
    List<String> lines = run.errors().lines().toList();
    return !lines.isEmpty() && lines.getLast().startsWith("{\"compiledFunctions\"") ? lines.getLast() : "";
  }

  OptionalLong number(String name) {
    return StatisticsJson.number(statistics, name);
  }

  JsonObject toJson() {
    return new JsonObject().text("combination", combination.names()).text("options", String.join(" ", combination.arguments()))
        .object("milliseconds", milliseconds.toJson()).text("output", agrees ? "equal" : "differs").raw("statistics", statistics);
  }
}
