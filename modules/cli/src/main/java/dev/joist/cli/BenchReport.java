package dev.joist.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of {@code joist bench}: a row for each program, a column for each engine. */
final class BenchReport {
  private final List<BenchEngine> engines;
  private final boolean cpu;

  BenchReport(List<BenchEngine> engines, boolean cpu) {
    this.engines = engines;
    this.cpu = cpu;
  }

  String head() {
    StringBuilder titles = new StringBuilder("| ").append(cpu ? "processor" : "elapsed").append(" ms, median (least–most), × joist |");
    engines.forEach(engine -> titles.append(' ').append(engine.name()).append(" |"));
    return titles + "\n|---|" + "---|".repeat(engines.size());
  }

  String row(BenchResult result) {
    StringBuilder row = new StringBuilder("| " + result.program() + " |");
    for (int e = 0; e < engines.size(); e++) {
      row.append(' ').append(result.times().get(e));
      if (e > 0) {
        row.append(" ×").append(ratio(result.ratio(e)));
      }
      if (result.disagreeing().contains(engines.get(e).name())) {
        row.append(" OUTPUT DIFFERS");
      }
      row.append(" |");
    }
    return row.toString();
  }

  /** The last row: how many times as long as Joist each engine took, on the geometric mean. */
  String means(List<BenchResult> results) {
    StringBuilder row = new StringBuilder("| geometric mean |");
    for (int e = 0; e < engines.size(); e++) {
      row.append(" ×").append(ratio(mean(results, e))).append(" |");
    }
    return row.toString();
  }

  private static double mean(List<BenchResult> results, int engine) {
    return Math.exp(results.stream().mapToDouble(result -> Math.log(result.ratio(engine))).average().orElse(0));
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  String json(List<BenchResult> results) {
    List<JsonObject> programs = new ArrayList<>();
    for (BenchResult result : results) {
      List<JsonObject> times = new ArrayList<>();
      for (int e = 0; e < engines.size(); e++) {
        times.add(new JsonObject().text("engine", engines.get(e).name()).object("milliseconds", result.times().get(e).toJson())
            .number("ratio", result.ratio(e)).text("output", result.disagreeing().contains(engines.get(e).name()) ? "differs" : "equal"));
      }
      programs.add(new JsonObject().text("program", result.program()).array("engines", times));
    }
    List<JsonObject> means = new ArrayList<>();
    for (int e = 0; e < engines.size(); e++) {
      means.add(new JsonObject().text("engine", engines.get(e).name()).number("ratio", mean(results, e)));
    }
    return new JsonObject().text("time", cpu ? "processor" : "elapsed").array("programs", programs).array("geometricMeans", means).toString();
  }
}
