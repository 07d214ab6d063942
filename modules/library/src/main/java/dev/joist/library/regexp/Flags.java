package dev.joist.library.regexp;

/**
 * A regular expression's flags.
 *
 * @param text as the program wrote them, in the order that {@code flags} has
 */
record Flags(String text) {
  static final String ORDER = "dgimsuvy";

  /** Null when a letter is unknown, or there twice, or u and v stand together. */
  static Flags parse(String letters) {
    StringBuilder sorted = new StringBuilder();
    for (int i = 0; i < ORDER.length(); i++) {
      if (letters.indexOf(ORDER.charAt(i)) >= 0) {
        sorted.append(ORDER.charAt(i));
      }
    }
    return sorted.length() != letters.length() || letters.contains("u") && letters.contains("v") ? null : new Flags(sorted.toString());
  }

  boolean has(char letter) {
    return text.indexOf(letter) >= 0;
  }

  /** Whether characters are code points. */
  boolean unicode() {
    return has('u') || has('v');
  }

  CaseFolding folding() {
    return !has('i') ? CaseFolding.NONE : unicode() ? CaseFolding.UNICODE : CaseFolding.CODE_UNITS;
  }
}
