package dev.joist.test262;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which kind of code a test is run as. */
public enum Mode {
  SLOPPY, STRICT;

  /** The modes that a test's flags ask for, in order. */
  static List<Mode> of(Set<String> flags) {
    if (flags.contains("onlyStrict")) {
      return List.of(STRICT);
    }
    return flags.contains("noStrict") || flags.contains("raw") || flags.contains("module") ? List.of(SLOPPY) : List.of(SLOPPY, STRICT);
  }

  /** As reports call it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
