package dev.joist.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What all commands have in common. Commands are described by code: picocli's annotations would be read by reflection at each start, which
 * takes longer than all the rest of the command line.
 */
final class Options {
  private Options() {}

  /**
   * A command with the options that each has.
   *
   * @param action a Runnable, or a Callable that answers the exit status
   */
  static CommandSpec command(String name, Object action, String... description) {
    CommandSpec command = CommandSpec.wrapWithoutInspection(action).name(name);
    command.usageMessage().description(description);
    command.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help and exit.").build());
    return command;
  }

  /** An option that is there or is not. */
  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).defaultValue("false").description(description).build();
  }

  /** An option's value, or its default. */
  static <T> T value(ParseResult parsed, String option) {
    return parsed.commandSpec().findOption(option).getValue();
  }

  /** A positional parameter's value. */
  static <T> T positional(ParseResult parsed, int index) {
    return parsed.commandSpec().positionalParameters().get(index).getValue();
  }
}
