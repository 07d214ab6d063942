package dev.joist.javascript.codegen;

/** Names under which a function's surroundings are kept for the arrow functions in it, as the parser calls them. */
final class Names {
  static final String THIS = "this";
  static final String SUPER = "super";
  static final String NEW_TARGET = "new.target";
  static final String ARGUMENTS = "arguments";

  private Names() {}

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
