package dev.joist.javascript.codegen;

/** Names under which a function's surroundings are kept for the arrow functions in it, as the parser calls them. */
final class Names {
  static final String THIS = "this";
  static final String SUPER = "super";
  static final String NEW_TARGET = "new.target";
  static final String ARGUMENTS = "arguments";

  /** The object with the variables that direct evals have added to a function. */
  static final String EVAL_VARIABLES = "%eval";

  /** The constructor that an arrow function in it needs for {@code super()}. */
  static final String CONSTRUCTOR = "%constructor";

  private Names() {}

  /** True for a name that a direct eval can declare. */
  static boolean isIdentifier(String name) {
    char first = name.charAt(0);
    return first != '#' && first != '%' && first != ':' && !name.equals(THIS) && !name.equals(SUPER) && !name.equals(NEW_TARGET);
  }

  /** True for a canonical array index, which is an element and no named property. */
  static boolean isIndex(String name) {
    int length = name.length();
    if (length == 0 || length > 10 || (length > 1 && name.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return Long.parseLong(name) < 0xffff_ffffL;
  }
}
