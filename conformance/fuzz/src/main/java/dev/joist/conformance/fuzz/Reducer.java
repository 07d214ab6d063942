package dev.joist.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a text smaller by leaving out lines for as long as it stays interesting. */
final class Reducer {
  private final Predicate<String> interesting;
  private final int most;
  private int tries;

  /**
   * @param interesting whether a text still shows what is looked for; texts that make no sense do not
   * @param most how often that may be asked
   */
  Reducer(Predicate<String> interesting, int most) {
    this.interesting = interesting;
    this.most = most;
  }

  /** @param text an interesting one */
  String reduce(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int before;
    do {
      before = lines.size();
      for (int size = Math.max(1, lines.size() / 2); size >= 1; size /= 2) {
        removeRuns(lines, size);
      }
      removeBrackets(lines);
    } while (lines.size() < before && tries < most);
    return join(lines);
  }

  private static String join(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private boolean accept(List<String> lines, List<String> shorter) {
    if (tries++ >= most || !interesting.test(join(shorter))) {
      return false;
    }
    lines.clear();
    lines.addAll(shorter);
    return true;
  }

  private void removeRuns(List<String> lines, int size) {
    for (int start = lines.size() - size; start >= 0; start--) {
      List<String> shorter = new ArrayList<>(lines.subList(0, start));
      shorter.addAll(lines.subList(start + size, lines.size()));
      if (accept(lines, shorter)) {
        start -= size - 1;
      }
    }
  }

  /** Leaves out a line that ends with an opening brace and the one that closes it, and keeps what is between. */
  private void removeBrackets(List<String> lines) {
    for (int start = lines.size() - 1; start >= 0; start--) {
      int end = lines.get(start).endsWith("{") ? closing(lines, start) : -1;
      if (end >= 0) {
        List<String> shorter = new ArrayList<>(lines);
        shorter.remove(end);
        shorter.remove(start);
        accept(lines, shorter);
      }
    }
  }

  private static int closing(List<String> lines, int start) {
    String indent = lines.get(start).substring(0, lines.get(start).length() - lines.get(start).stripLeading().length());
    for (int i = start + 1; i < lines.size(); i++) {
      if (lines.get(i).startsWith(indent + "}")) {
        return i;
      }
    }
    return -1;
  }
}
