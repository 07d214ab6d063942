package dev.joist.library.console;

/**
 * How an object is inspected.
 *
 * @param depth how many levels of objects below the first are shown; negative for all
 * @param showHidden whether properties that are not enumerable are shown
 */
record InspectOptions(int depth, boolean showHidden) {
  static final InspectOptions DEFAULT = new InspectOptions(2, false);
  static final int UNLIMITED = -1;

  boolean isTooDeep(int level) {
    return depth >= 0 && level > depth;
  }
}
