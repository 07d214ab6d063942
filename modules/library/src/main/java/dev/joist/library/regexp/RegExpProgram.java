package dev.joist.library.regexp;

import java.util.List;
import java.util.Map;

/**
 * A regular expression as the {@link Matcher} runs it.
 *
 * @param code operations and their operands, see {@link Operation}
 * @param sets what operations name by index
 * @param references the groups of back references, by index
 * @param groups capturing groups, without the whole
 * @param registers positions of groups (two each, the whole first), then counters and marks of loops
 * @param names groups by name, in the order of the pattern
 * @param first a character that each match begins with; -1 when none is known
 */
record RegExpProgram(int[] code, CharacterSet[] sets, int[][] references, int groups, int registers, Flags flags, Map<String, List<Integer>> names,
    int first) {
  /** @throws PatternError when the pattern breaks the grammar */
  static RegExpProgram of(String pattern, Flags flags) throws PatternError {
    return new PatternCompiler(PatternParser.parse(pattern, flags), flags).compile();
  }
}
