package dev.joist.engine;

import dev.joist.embedding.ConfigurationException;
import dev.joist.spi.value.ValueRepresentation;
import dev.joist.spi.value.Values;
import java.util.List;

/**
 * The choice of a value representation: one for the whole JVM, made before {@link Values} is first used, since only a single
 * loaded implementation costs nothing.
 */
final class ValueChoice {
  private ValueChoice() {}

  /** Names found, without making any of them: by convention that is the last part of the package. */
  static List<String> names() {
    return Services.of(ValueRepresentation.class).stream()
        .map(provider -> provider.type().getPackageName())
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .sorted()
        .toList();
  }

  /** @throws ConfigurationException when there is none of this name, or the JVM uses another one already */
  static synchronized void select(String name) {
    if (!name.equals(System.getProperty(Values.PROPERTY, Values.DEFAULT))) {
      if (!names().contains(name)) {
        throw Choice.unknown("value representation", name, names());
      }
      System.setProperty(Values.PROPERTY, name);
    }
    String used = Values.representation().name();
    if (!used.equals(name)) {
      throw new ConfigurationException("value representation '" + name + "' is wanted, but this JVM already runs an engine with '" + used
          + "'; all engines of a JVM share one");
    }
  }
}
