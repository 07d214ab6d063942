package dev.joist.library.regexp;

import java.util.function.IntPredicate;

/** The part of a pattern's grammar that is about single characters: classes and escapes. */
final class ClassParser {
  private static final String SYNTAX_CHARACTERS = "^$\\.*+?()[]{}|/";

  private final PatternScanner in;
  private final Flags flags;
  private final boolean unicode;

  ClassParser(PatternScanner in, Flags flags) {
    this.in = in;
    this.flags = flags;
    this.unicode = flags.unicode();
  }

  /** Behind the opening bracket. */
  CharacterSet parse() throws PatternError {
    boolean inverted = in.eat('^');
    CharacterSet.Builder set = new CharacterSet.Builder();
    while (!in.eat(']')) {
      if (in.atEnd()) {
        throw new PatternError("Unterminated character class");
      }
      int first = element(set);
      if (in.atEnd() || in.peek() != '-') {
        addSingle(set, first);
        continue;
      }
      in.next();
      if (in.atEnd()) {
        throw new PatternError("Unterminated character class");
      }
      if (in.peek() == ']') {
        addSingle(set, first);
        set.add('-');
        continue;
      }
      int last = element(set);
      if (first >= 0 && last >= 0) {
        if (first > last) {
          throw new PatternError("Range out of order in character class");
        }
        set.add(first, last);
      } else if (unicode) {
        throw new PatternError("Invalid character class");
      } else {
        addSingle(set, first);
        set.add('-');
        addSingle(set, last);
      }
    }
    return set.build(inverted, flags.folding());
  }

  private static void addSingle(CharacterSet.Builder set, int c) {
    if (c >= 0) {
      set.add(c);
    }
  }

  /** One character; -1 when it was an escape for a whole set, which is added. */
  private int element(CharacterSet.Builder set) throws PatternError {
    if (!in.eat('\\')) {
      return in.nextCharacter();
    }
    if (in.atEnd()) {
      throw new PatternError("\\ at end of pattern");
    }
    return classEscape(set) ? -1 : characterEscape(true);
  }

  /** Adds what an escape such as \d stands for, if it is one; behind the backslash. */
  boolean classEscape(CharacterSet.Builder set) throws PatternError {
    char c = in.peek();
    if ("dDsSwW".indexOf(c) >= 0) {
      in.next();
      set.addEscape(c, flags.folding());
      return true;
    }
    if (!unicode || c != 'p' && c != 'P') {
      return false;
    }
    in.next();
    StringBuilder name = new StringBuilder();
    if (!in.eat('{')) {
      throw new PatternError("Invalid property name");
    }
    while (!in.eat('}')) {
      if (in.atEnd()) {
        throw new PatternError("Invalid property name");
      }
      name.append(in.next());
    }
    IntPredicate property = UnicodeProperties.of(name.toString());
    if (property == null) {
      throw new PatternError("Invalid property name");
    }
    set.add(c == 'P' ? property.negate() : property);
    return true;
  }

  /** The character that an escape stands for, behind the backslash. */
  int characterEscape(boolean inClass) throws PatternError {
    int start = in.position();
    char c = in.next();
    switch (c) {
      case 't': return '\t';
      case 'n': return '\n';
      case 'v': return 0x0B;
      case 'f': return '\f';
      case 'r': return '\r';
      case 'c': return controlLetter(inClass);
      case 'x': return orIdentity(in.hexadecimal(2), 'x');
      case 'u': return orIdentity(in.unicodeEscape(unicode), 'u');
      case 'b':
        if (inClass) {
          return '\b';
        }
        break;
      case '-':
        if (inClass) {
          return '-';
        }
        break;
      default:
        break;
    }
    if (PatternScanner.isDigit(c)) {
      return digits(c);
    }
    if (unicode && SYNTAX_CHARACTERS.indexOf(c) < 0 || c == 'k' && unicode) {
      throw new PatternError("Invalid escape");
    }
    in.reset(start);
    return in.nextCharacter();
  }

  private int orIdentity(int value, char letter) throws PatternError {
    if (value >= 0) {
      return value;
    }
    if (unicode) {
      throw new PatternError(letter == 'u' ? "Invalid Unicode escape" : "Invalid escape");
    }
    return letter;
  }

  private int controlLetter(boolean inClass) throws PatternError {
    char letter = in.atEnd() ? ' ' : in.peek();
    boolean fits = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z'
        || inClass && !unicode && (PatternScanner.isDigit(letter) || letter == '_');
    if (fits) {
      return in.next() % 32;
    }
    if (unicode) {
      throw new PatternError("Invalid unicode escape");
    }
    // The backslash stands for itself.
    in.reset(in.position() - 1);
    return '\\';
  }

  private int digits(char first) throws PatternError {
    boolean more = !in.atEnd() && PatternScanner.isDigit(in.peek());
    if (unicode) {
      if (first != '0' || more) {
        throw new PatternError(first == '0' ? "Invalid decimal escape" : "Invalid class escape");
      }
      return 0;
    }
    if (first >= '8') {
      return first;
    }
    int value = first - '0';
    for (int i = 0; i < 2 && !in.atEnd() && in.peek() >= '0' && in.peek() <= '7' && 8 * value + in.peek() - '0' <= 0xFF; i++) {
      value = 8 * value + in.next() - '0';
    }
    return value;
  }
}
