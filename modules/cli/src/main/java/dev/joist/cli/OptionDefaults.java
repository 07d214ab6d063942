package dev.joist.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Values of options that the command line does not give: the system property {@code joist.<option>}, then the file. */
final class OptionDefaults implements IDefaultValueProvider {
  static final Path FILE = Path.of("joist.properties");

  private Properties file;

  @Override
  public String defaultValue(ArgSpec argument) throws IOException {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName().replaceFirst("^--", "");
    String value = System.getProperty("joist." + name);
    return value != null ? value : file().getProperty(name);
  }

  private Properties file() throws IOException {
    if (file == null) {
      file = new Properties();
      if (Files.exists(FILE)) {
        try (Reader reader = Files.newBufferedReader(FILE)) {
          file.load(reader);
        }
      }
    }
    return file;
  }
}
