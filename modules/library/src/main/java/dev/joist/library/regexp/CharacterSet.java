package dev.joist.library.regexp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** A set of characters: a class such as {@code [a-z]} or {@code \d}. */
final class CharacterSet {
  private static final int SMALL = 256;

  private final int[] ranges;
  private final IntPredicate[] properties;
  private final boolean inverted;
  private final CaseFolding folding;
  /** The answers for the first characters, one bit each. */
  private final long[] small = new long[SMALL / Long.SIZE];

  private CharacterSet(int[] ranges, IntPredicate[] properties, boolean inverted, CaseFolding folding) {
    this.ranges = ranges;
    this.properties = properties;
    this.inverted = inverted;
    this.folding = folding;
    for (int c = 0; c < SMALL; c++) {
      if (search(c)) {
        small[c >> 6] |= 1L << c;
      }
    }
  }

  boolean contains(int c) {
    return c < SMALL ? (small[c >> 6] & 1L << c) != 0 : search(c);
  }

  private boolean search(int c) {
    boolean found = has(c);
    if (!found && folding != CaseFolding.NONE) {
      for (int variant : folding.variants(c)) {
        found |= has(variant);
      }
    }
    return found != inverted;
  }

  private boolean has(int c) {
    int low = 0;
    int high = ranges.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (c < ranges[2 * middle]) {
        high = middle - 1;
      } else if (c > ranges[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    for (IntPredicate property : properties) {
      if (property.test(c)) {
        return true;
      }
    }
    return false;
  }

  /** Collects what is in a set. */
  static final class Builder {
    private final List<int[]> ranges = new ArrayList<>();
    private final List<IntPredicate> properties = new ArrayList<>();

    void add(int c) {
      add(c, c);
    }

    void add(int first, int last) {
      ranges.add(new int[] {first, last});
    }

    void add(IntPredicate property) {
      properties.add(property);
    }

    /** Adds what {@code \d}, {@code \w}, {@code \s} or, in capitals, their complements mean. */
    void addEscape(char letter, CaseFolding folding) {
      IntPredicate lower = switch (Character.toLowerCase(letter)) {
        case 'd' -> c -> c >= '0' && c <= '9';
        case 's' -> CharacterSet::isSpace;
        default -> c -> isWord(c, folding);
      };
      add(Character.isUpperCase(letter) ? lower.negate() : lower);
    }

    CharacterSet build(boolean inverted, CaseFolding folding) {
      ranges.sort((a, b) -> Integer.compare(a[0], b[0]));
      int[] merged = new int[2 * ranges.size()];
      int size = 0;
      for (int[] range : ranges) {
        if (size > 0 && range[0] <= merged[size - 1] + 1) {
          merged[size - 1] = Math.max(merged[size - 1], range[1]);
        } else {
          merged[size++] = range[0];
          merged[size++] = range[1];
        }
      }
      return new CharacterSet(Arrays.copyOf(merged, size), properties.toArray(new IntPredicate[0]), inverted, folding);
    }
  }

  /** A word's character; with the flags u and i also what folds to one. */
  static boolean isWord(int c, CaseFolding folding) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
        || folding == CaseFolding.UNICODE && (c == 0x17F || c == 0x212A);
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c >= '\t' && c <= '\r' || c == 0xA0 || c == 0xFEFF || c >= 0x1680 && isLineEnd(c)
        || c >= 0x1680 && Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
  }
}
