package dev.joist.library.regexp;

import java.util.List;

/** A part of a parsed pattern. */
sealed interface PatternNode {
  record Empty() implements PatternNode {}

  /** One character: a code point in patterns with the flag u, else a code unit. */
  record Literal(int character) implements PatternNode {}

  record AnyCharacter() implements PatternNode {}

  record OneOf(CharacterSet set) implements PatternNode {}

  record Sequence(List<PatternNode> parts) implements PatternNode {}

  record Alternatives(List<PatternNode> choices) implements PatternNode {}

  /** A capturing group, counted from 1. */
  record Capture(int group, PatternNode body) implements PatternNode {}

  /**
   * A quantified part.
   *
   * @param most {@link #UNBOUNDED} when there is no limit
   * @param firstGroup the first capturing group in the body
   * @param endGroup the group after the body's last
   */
  record Repeat(PatternNode body, int least, int most, boolean greedy, int firstGroup, int endGroup) implements PatternNode {
    static final int UNBOUNDED = Integer.MAX_VALUE;
  }

  record Assertion(Kind kind) implements PatternNode {
    enum Kind { START, END, WORD_BOUNDARY, NO_WORD_BOUNDARY }
  }

  record Look(PatternNode body, boolean ahead, boolean negative) implements PatternNode {}

  /** What any of these groups has captured: by name there may be several, of which at most one takes part. */
  record BackReference(List<Integer> groups) implements PatternNode {}
}
