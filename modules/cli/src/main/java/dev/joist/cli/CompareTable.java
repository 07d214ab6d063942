package dev.joist.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of {@code joist compare}: a row for each combination; less is better in every column. */
final class CompareTable {
  private static final double MILLION = 1e6;

  private CompareTable() {}

  /**
   * One thing that is compared.
   *
   * @param value empty where it is not known
   * @param text of a known value
   */
  private record Column(String title, Function<CompareResult, OptionalDouble> value, Function<CompareResult, String> text) {
    static Column count(String title, String statistic) {
      return new Column(title, result -> result.number(statistic).stream().asDoubleStream().findFirst(),
          result -> String.valueOf(result.number(statistic).orElseThrow()));
    }

    static Column millions(String title, String statistic) {
      return new Column(title, result -> result.number(statistic).stream().asDoubleStream().findFirst(),
          result -> String.format(Locale.ROOT, "%.2f", result.number(statistic).orElseThrow() / MILLION));
    }

    String cell(CompareResult result, List<CompareResult> all) {
      OptionalDouble own = value.apply(result);
      if (own.isEmpty()) {
        return "–";
      }
      double best = all.stream().map(value).flatMapToDouble(OptionalDouble::stream).min().orElseThrow();
      double worst = all.stream().map(value).flatMapToDouble(OptionalDouble::stream).max().orElseThrow();
      return text.apply(result) + (own.getAsDouble() == best && best < worst ? " *" : "");
    }
  }

  static String of(List<CompareResult> results) {
    boolean counted = results.stream().allMatch(result -> result.number("machineInstructions").isPresent());
    List<Column> columns = new ArrayList<>();
    columns.add(counted ? Column.millions("instructions, millions", "machineInstructions")
        : new Column("elapsed ms", result -> OptionalDouble.of(result.milliseconds().median()), result -> result.milliseconds().toString()));
    columns.add(Column.count("code bytes", "codeBytes"));
    columns.add(Column.millions("compile ms", "compileNanos"));
    columns.add(Column.count("spills", "spills"));
    columns.add(Column.count("reloads", "reloads"));
    columns.add(Column.count("moves", "moves"));
    columns.add(Column.count("slow paths", "slowPathCalls"));
    columns.add(Column.count("deoptimizations", "deoptimizations"));
    columns.add(Column.count("collections", "collections"));
    StringBuilder table = new StringBuilder("| combination |");
    columns.forEach(column -> table.append(' ').append(column.title()).append(" |"));
    table.append("\n|---|").append("---|".repeat(columns.size()));
    for (CompareResult result : results) {
      table.append("\n| ").append(result.combination().names()).append(result.agrees() ? "" : " OUTPUT DIFFERS").append(" | ")
          .append(columns.stream().map(column -> column.cell(result, results)).collect(Collectors.joining(" | "))).append(" |");
    }
    return table.toString();
  }
}
