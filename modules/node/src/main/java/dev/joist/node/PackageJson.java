package dev.joist.node;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a package says about itself.
 *
 * @param directory where its package.json lies
 * @param content the file: strings, numbers, booleans, null, lists, and maps in the file's order
 */
record PackageJson(Path directory, Map<String, Object> content) {
  /** A property that is a string, or null. */
  String text(String property) {
    return content.get(property) instanceof String text ? text : null;
  }

  boolean isEsModules() {
    return "module".equals(text("type"));
  }

  /** Reads package.json files. */
  @FunctionalInterface
  interface Reader {
    /** The directory's package.json, or null when there is none that can be read. */
    PackageJson read(Path directory);
  }
}
