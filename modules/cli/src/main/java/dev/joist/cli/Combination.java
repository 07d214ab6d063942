package dev.joist.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/**
 * One choice of strategies.
 *
 * @param names of those that differ between combinations; {@code default} when there is but one combination
 * @param arguments of the command line that chooses it, with all other options that were given
 */
record Combination(String names, List<String> arguments) {
  /** All combinations of the strategies that a command line lists. */
  static List<Combination> all(ParseResult parsed) {
    List<String> common = EngineSettings.otherArguments(parsed);
    List<List<String>> chosen = List.of(List.of());
    List<String> varying = new ArrayList<>();
    for (String option : EngineSettings.STRATEGIES) {
      List<String> names = List.of(Options.<String>value(parsed, option).split(","));
      if (names.size() > 1) {
        varying.add(option);
      }
      chosen = chosen.stream().flatMap(before -> names.stream().map(name -> append(before, option + "=" + name))).toList();
    }
    return chosen.stream().map(arguments -> {
      String names = arguments.stream().filter(argument -> varying.contains(argument.substring(0, argument.indexOf('='))))
          .map(argument -> argument.substring(argument.indexOf('=') + 1)).collect(Collectors.joining(", "));
      List<String> all = new ArrayList<>(arguments);
      all.addAll(common);
      return new Combination(names.isEmpty() ? "default" : names, List.copyOf(all));
    }).toList();
  }

  private static List<String> append(List<String> list, String element) {
    List<String> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }
}
