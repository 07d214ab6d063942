package dev.joist.cli;

import java.util.ArrayList;
import java.util.List;

/** A command written as for a shell: words between spaces, quotes of both kinds around what has spaces. */
final class ShellWords {
  private ShellWords() {}

  /** @throws UsageException when a quote is not closed, or there is no word */
  static List<String> split(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (char c : command.toCharArray()) {
      if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote == 0 ? c : 0;
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != 0) {
      throw new UsageException("a quote is not closed in: " + command);
    }
    if (inWord) {
      words.add(word.toString());
    }
    if (words.isEmpty()) {
      throw new UsageException("an empty command");
    }
    return words;
  }
}
