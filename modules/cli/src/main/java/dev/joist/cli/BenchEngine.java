package dev.joist.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An engine to measure: what tables call it, and the command to which a program and its arguments are added. */
record BenchEngine(String name, List<String> command) {
  private static final Pattern NAMED = Pattern.compile("([\\w.+-]+)=(.*)");

  /** Of {@code NAME=COMMAND}, or of a command alone, which then is the name. */
  static BenchEngine parse(String text) {
    Matcher named = NAMED.matcher(text);
    return named.matches() ? new BenchEngine(named.group(1), ShellWords.split(named.group(2))) : new BenchEngine(text, ShellWords.split(text));
  }
}
