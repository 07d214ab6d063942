package dev.joist.library.regexp;

import dev.joist.library.regexp.PatternNode.Alternatives;
import dev.joist.library.regexp.PatternNode.AnyCharacter;
import dev.joist.library.regexp.PatternNode.Assertion;
import dev.joist.library.regexp.PatternNode.BackReference;
import dev.joist.library.regexp.PatternNode.Capture;
import dev.joist.library.regexp.PatternNode.Empty;
import dev.joist.library.regexp.PatternNode.Literal;
import dev.joist.library.regexp.PatternNode.Look;
import dev.joist.library.regexp.PatternNode.OneOf;
import dev.joist.library.regexp.PatternNode.Repeat;
import dev.joist.library.regexp.PatternNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pattern's text to its tree, with the web's additions (annex B) where the flag u is not set. Source: ECMAScript 2025, 22.2.1 and B.1.2. */
final class PatternParser {
  private static final int DEEPEST = 1000;

  private final PatternScanner in;
  private final Flags flags;
  private final boolean unicode;
  private final ClassParser classes;
  private final Map<String, List<Integer>> names;
  private final int groupCount;
  private int groups;
  private int depth;

  /**
   * A parsed pattern.
   *
   * @param groups how many capturing groups, without the whole
   * @param names groups by name
   */
  record Parsed(PatternNode root, int groups, Map<String, List<Integer>> names) {}

  private PatternParser(String pattern, Flags flags) throws PatternError {
    this.in = new PatternScanner(pattern, flags.unicode());
    this.flags = flags;
    this.unicode = flags.unicode();
    this.classes = new ClassParser(in, flags);
    GroupNames found = GroupNames.of(pattern, unicode);
    this.names = found.byName();
    this.groupCount = found.count();
  }

  static Parsed parse(String pattern, Flags flags) throws PatternError {
    PatternParser parser = new PatternParser(pattern, flags);
    PatternNode root = parser.disjunction();
    if (!parser.in.atEnd()) {
      throw new PatternError("Unmatched ')'");
    }
    return new Parsed(root, parser.groups, new LinkedHashMap<>(parser.names));
  }

  private PatternNode disjunction() throws PatternError {
    if (++depth > DEEPEST) {
      throw new PatternError("Regular expression too large");
    }
    List<PatternNode> choices = new ArrayList<>();
    do {
      choices.add(alternative());
    } while (in.eat('|'));
    depth--;
    return choices.size() == 1 ? choices.getFirst() : new Alternatives(choices);
  }

  private PatternNode alternative() throws PatternError {
    List<PatternNode> parts = new ArrayList<>();
    while (!in.atEnd() && in.peek() != '|' && in.peek() != ')') {
      parts.add(term());
    }
    return parts.isEmpty() ? new Empty() : parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
  }

  private PatternNode term() throws PatternError {
    int firstGroup = groups + 1;
    PatternNode atom = assertion();
    if (atom != null && (unicode || !(atom instanceof Look look && look.ahead()))) {
      if (!in.atEnd() && "*+?{".indexOf(in.peek()) >= 0 && (in.peek() != '{' || in.looksLikeBraces() || unicode)) {
        throw new PatternError(unicode && atom instanceof Look ? "Invalid quantifier" : "Nothing to repeat");
      }
      return atom;
    }
    return quantified(atom == null ? atom() : atom, firstGroup);
  }

  private PatternNode assertion() throws PatternError {
    if (in.eat('^')) {
      return new Assertion(Assertion.Kind.START);
    }
    if (in.eat('$')) {
      return new Assertion(Assertion.Kind.END);
    }
    if (in.eat("\\b")) {
      return new Assertion(Assertion.Kind.WORD_BOUNDARY);
    }
    if (in.eat("\\B")) {
      return new Assertion(Assertion.Kind.NO_WORD_BOUNDARY);
    }
    if (in.eat("(?=")) {
      return look(true, false);
    }
    if (in.eat("(?!")) {
      return look(true, true);
    }
    if (in.eat("(?<=")) {
      return look(false, false);
    }
    return in.eat("(?<!") ? look(false, true) : null;
  }

  private PatternNode look(boolean ahead, boolean negative) throws PatternError {
    return new Look(groupBody(), ahead, negative);
  }

  private PatternNode groupBody() throws PatternError {
    PatternNode body = disjunction();
    if (!in.eat(')')) {
      throw new PatternError("Unterminated group");
    }
    return body;
  }

  private PatternNode quantified(PatternNode atom, int firstGroup) throws PatternError {
    int least = 0;
    int most = Repeat.UNBOUNDED;
    if (in.eat('+')) {
      least = 1;
    } else if (in.eat('?')) {
      most = 1;
    } else if (!in.eat('*')) {
      int[] bounds = in.braces();
      if (bounds == null) {
        return atom;
      }
      least = bounds[0];
      most = bounds[1];
    }
    boolean greedy = !in.eat('?');
    return new Repeat(atom, least, most, greedy, firstGroup, groups + 1);
  }

  private PatternNode atom() throws PatternError {
    char c = in.peek();
    switch (c) {
      case '.' -> {
        in.next();
        return new AnyCharacter();
      }
      case '(' -> {
        return group();
      }
      case '[' -> {
        in.next();
        return new OneOf(classes.parse());
      }
      case '\\' -> {
        in.next();
        return escape();
      }
      case '*', '+', '?' -> throw new PatternError("Nothing to repeat");
      case '{' -> {
        if (in.looksLikeBraces()) {
          throw new PatternError("Nothing to repeat");
        }
        if (unicode) {
          throw new PatternError("Lone quantifier brackets");
        }
      }
      case '}', ']' -> {
        if (unicode) {
          throw new PatternError("Lone quantifier brackets");
        }
      }
      default -> { }
    }
    return new Literal(in.nextCharacter());
  }

  private PatternNode group() throws PatternError {
    if (in.eat("(?:")) {
      return groupBody();
    }
    if (in.eat("(?<")) {
      in.groupName();
    } else if (in.eat("(?")) {
      throw new PatternError("Invalid group");
    } else {
      in.next();
    }
    int group = ++groups;
    return new Capture(group, groupBody());
  }

  private PatternNode escape() throws PatternError {
    if (in.atEnd()) {
      throw new PatternError("\\ at end of pattern");
    }
    char c = in.peek();
    if (c >= '1' && c <= '9') {
      PatternNode reference = numericReference();
      if (reference != null) {
        return reference;
      }
    }
    if (c == 'k' && (unicode || !names.isEmpty())) {
      in.next();
      return namedReference();
    }
    CharacterSet.Builder set = new CharacterSet.Builder();
    if (classes.classEscape(set)) {
      return new OneOf(set.build(false, flags.folding()));
    }
    return new Literal(classes.characterEscape(false));
  }

  private PatternNode numericReference() throws PatternError {
    int start = in.position();
    int number = in.decimal();
    if (number <= groupCount) {
      return new BackReference(List.of(number));
    }
    if (unicode) {
      throw new PatternError("Invalid escape");
    }
    in.reset(start);
    return null;
  }

  private PatternNode namedReference() throws PatternError {
    if (!in.eat('<')) {
      throw new PatternError("Invalid named reference");
    }
    List<Integer> named = names.get(in.groupName());
    if (named == null) {
      throw new PatternError("Invalid named capture referenced");
    }
    return new BackReference(named);
  }
}
