package dev.joist.library.regexp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of a pattern, found before it is parsed: whether {@code \1} and {@code \k} refer to groups depends on those behind them.
 *
 * @param count of capturing groups
 * @param byName several have one name only in different alternatives
 */
record GroupNames(int count, Map<String, List<Integer>> byName) {
  static GroupNames of(String pattern, boolean unicode) throws PatternError {
    PatternScanner in = new PatternScanner(pattern, unicode);
    Map<String, List<Integer>> names = new LinkedHashMap<>();
    Map<String, Integer> alternativeOf = new LinkedHashMap<>();
    int count = 0;
    int alternative = 0;
    boolean inClass = false;
    while (!in.atEnd()) {
      if (in.eat("(?<")) {
        String name = in.groupName();
        Integer before = alternativeOf.put(name, alternative);
        if (before != null && before == alternative) {
          throw new PatternError("Duplicate capture group name");
        }
        names.computeIfAbsent(name, _ -> new ArrayList<>()).add(++count);
        continue;
      }
      char c = in.next();
      switch (c) {
        case '\\' -> {
          if (!in.atEnd()) {
            in.next();
          }
        }
        case '[' -> inClass = true;
        case ']' -> inClass = false;
        case '|' -> alternative++;
        case '(' -> {
          if (!inClass && (in.atEnd() || in.peek() != '?')) {
            count++;
          }
        }
        default -> { }
      }
      while (inClass && !in.atEnd() && in.peek() == '(') {
        in.next();
      }
    }
    return new GroupNames(count, names);
  }
}
