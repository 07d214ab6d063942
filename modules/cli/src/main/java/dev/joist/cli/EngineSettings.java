package dev.joist.cli;

import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.Strategies;
import dev.joist.embedding.Stress;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that say how an engine works. */
final class EngineSettings {
  private static final String DEFAULT = " (default: ${DEFAULT-VALUE})";

  /** Options that choose a strategy. */
  static final List<String> STRATEGIES = List.of("--values", "--backend", "--host", "--allocator", "--ic", "--abi");

  private static final List<String> OTHERS = List.of("--jit", "--jit-threshold", "--heap-limit", "--timeout", "--stress", "--plugin-path");

  private EngineSettings() {}

  /** The options that a command line gave, for the command line of another process. */
  static List<String> arguments(ParseResult parsed) {
    List<String> arguments = new ArrayList<>(given(parsed, STRATEGIES));
    arguments.addAll(given(parsed, OTHERS));
    return arguments;
  }

  /** Those of them that choose no strategy. */
  static List<String> otherArguments(ParseResult parsed) {
    return given(parsed, OTHERS);
  }

  private static List<String> given(ParseResult parsed, List<String> options) {
    return options.stream().filter(parsed::hasMatchedOption)
        .map(option -> option + "=" + String.join(option.equals("--plugin-path") ? File.pathSeparator : ",", parsed.matchedOption(option).originalStringValues())).toList();
  }

  /** Adds the options to a command. */
  static void addTo(CommandSpec command) {
    Strategies standard = Strategies.DEFAULTS;
    name(command, "--values", standard.values(), "value representation");
    name(command, "--backend", standard.backend(), "instruction set to compile for; auto: this machine's, or what the host runs");
    name(command, "--host", standard.host(), "where machine code runs; auto: natively if possible, else in the simulator");
    name(command, "--allocator", standard.allocator(), "register allocator");
    name(command, "--ic", standard.ic(), "inline cache");
    name(command, "--abi", standard.abi(), "how machine code calls Java");
    command.addOption(OptionSpec.builder("--jit").type(JitMode.class).defaultValue("lazy").paramLabel("WHEN")
        .description("when functions are compiled: off, lazy, eager" + DEFAULT).build());
    command.addOption(OptionSpec.builder("--jit-threshold").type(int.class).paramLabel("CALLS")
        .defaultValue(String.valueOf(EngineOptions.DEFAULTS.jitThreshold())).description("calls until a function is compiled" + DEFAULT).build());
    command.addOption(OptionSpec.builder("--heap-limit").type(Long.class).converters(new ByteSize()).defaultValue("0").paramLabel("SIZE")
        .description("most memory for JavaScript objects, like 64m or 2g (default: a quarter of the machine's)").build());
    command.addOption(OptionSpec.builder("--timeout").type(Duration.class).converters(new TimeSpan()).defaultValue("0").paramLabel("TIME")
        .description("end the program after this time, like 500ms, 10s or 2m (default: never)").build());
    addPluginPath(command);
    command.addOption(OptionSpec.builder("--stress").type(List.class).auxiliaryTypes(Stress.class).splitRegex(",").paramLabel("WHAT")
        .description("make rare things common, for tests: collect, poison, deoptimize").build());
  }

  private static void addPluginPath(CommandSpec command) {
    command.addOption(OptionSpec.builder("--plugin-path").type(List.class).auxiliaryTypes(Path.class).splitRegex(File.pathSeparator).paramLabel("FOLDERS")
        .description("folders with jars of plugins and strategies, to be used besides Joist's own").build());
  }

  private static void name(CommandSpec command, String option, String standard, String meaning) {
    command.addOption(OptionSpec.builder(option).type(String.class).defaultValue(standard).paramLabel("NAME")
        .description(meaning + DEFAULT).build());
  }

  /** The options as a command line gave them, checked. */
  static EngineOptions from(ParseResult parsed) {
    Strategies strategies = new Strategies(text(parsed, "--values"), text(parsed, "--backend"), text(parsed, "--host"),
        text(parsed, "--allocator"), text(parsed, "--ic"), text(parsed, "--abi"));
    List<Stress> stress = parsed.matchedOptionValue("--stress", List.of());
    return EngineOptions.DEFAULTS
        .withStrategies(strategies)
        .withJit(value(parsed, "--jit"))
        .withJitThreshold(value(parsed, "--jit-threshold"))
        .withHeapLimit(Options.<Long>value(parsed, "--heap-limit"))
        .withTimeout(value(parsed, "--timeout"))
        .withPluginPath(parsed.matchedOptionValue("--plugin-path", List.of()))
        .withStress(Set.copyOf(stress));
  }

  /** The same, with a host that counts instructions unless another one was given. */
  static EngineOptions counting(ParseResult parsed) {
    EngineOptions chosen = from(parsed);
    Strategies strategies = chosen.strategies();
    return strategies.host().equals(Strategies.AUTOMATIC) ? chosen.withStrategies(strategies.withHost("simulator")) : chosen;
  }

  private static String text(ParseResult parsed, String option) {
    return Options.value(parsed, option);
  }

  private static <T> T value(ParseResult parsed, String option) {
    return Options.value(parsed, option);
  }
}
