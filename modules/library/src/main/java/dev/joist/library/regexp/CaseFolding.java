package dev.joist.library.regexp;

import java.util.Locale;

/** Which characters are the same where case is ignored. Source: ECMAScript 2025, 22.2.2.7.3 Canonicalize. */
enum CaseFolding {
  /** Case counts. */
  NONE {
    @Override
    int fold(int c) {
      return c;
    }
  },
  /** By upper case, code unit by code unit. */
  CODE_UNITS {
    @Override
    int fold(int c) {
      if (c < 128) {
        return c >= 'a' && c <= 'z' ? c - 32 : c;
      }
      String upper = String.valueOf((char) c).toUpperCase(Locale.ROOT);
      return upper.length() != 1 || upper.charAt(0) < 128 ? c : upper.charAt(0);
    }
  },
  /** By simple case folding. */
  UNICODE {
    @Override
    int fold(int c) {
      return c < 128 ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : Character.toLowerCase(Character.toUpperCase(c));
    }
  };

  /** The character that stands for all that are the same. */
  abstract int fold(int c);

  /** Other characters that are the same, some perhaps named twice. */
  int[] variants(int c) {
    int[] candidates = {Character.toLowerCase(c), Character.toUpperCase(c), Character.toTitleCase(c), fold(c),
        Character.toLowerCase(Character.toUpperCase(c)), special(c)};
    int folded = fold(c);
    for (int i = 0; i < candidates.length; i++) {
      if (fold(candidates[i]) != folded) {
        candidates[i] = c;
      }
    }
    return candidates;
  }

  /** The letters with more than two forms that ASCII's letters have. */
  private static int special(int c) {
    return switch (c) {
      case 'k', 'K' -> 0x212A;
      case 's', 'S' -> 0x17F;
      case 0xE5, 0xC5 -> 0x212B;
      case 0x3C9, 0x3A9 -> 0x2126;
      case 0x3C3, 0x3A3 -> 0x3C2;
      default -> c;
    };
  }
}
