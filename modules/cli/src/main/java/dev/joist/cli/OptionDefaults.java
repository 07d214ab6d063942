package dev.joist.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Values of options that the command line does not give: the system property {@code joist.<option>}, then the file. */
final class OptionDefaults implements IDefaultValueProvider {
  static final Path FILE = Path.of("joist.properties");

  private final Path path;
  private Properties file;

  OptionDefaults(Path path) {
    this.path = path;
  }

  @Override
  public String defaultValue(ArgSpec argument) throws IOException {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName().replaceFirst("^--", "");
    String value = System.getProperty("joist." + name);
    return value != null ? value : file(option.command()).getProperty(name);
  }

  private Properties file(CommandSpec command) throws IOException {
    if (file == null) {
      file = new Properties();
      if (Files.exists(path)) {
        try (Reader reader = Files.newBufferedReader(path)) {
          file.load(reader);
        }
        refuseUnknown(command);
      }
    }
    return file;
  }

  /** A mistyped name in the file must not be without effect in silence. */
  private void refuseUnknown(CommandSpec command) {
    SortedSet<String> known = new TreeSet<>();
    collectNames(command.root(), known);
    for (String name : file.stringPropertyNames()) {
      if (!known.contains(name)) {
        throw new ParameterException(command.commandLine(), path + ": unknown option '" + name + "'; there is " + String.join(", ", known));
      }
    }
  }

  private static void collectNames(CommandSpec command, Set<String> names) {
    for (OptionSpec option : command.options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        names.add(option.longestName().replaceFirst("^--", ""));
      }
    }
    command.subcommands().values().forEach(sub -> collectNames(sub.getCommandSpec(), names));
  }
}
