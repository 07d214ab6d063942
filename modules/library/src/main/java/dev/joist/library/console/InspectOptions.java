package dev.joist.library.console;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.value.Values;

/**
 * How an object is inspected.
 *
 * @param depth how many levels of objects below the first are shown; negative for all
 * @param showHidden whether properties that are not enumerable are shown
 */
public record InspectOptions(int depth, boolean showHidden) {
  public static final InspectOptions DEFAULT = new InspectOptions(2, false);
  private static final int UNLIMITED = -1;

  boolean isTooDeep(int level) {
    return depth >= 0 && level > depth;
  }

  /** As an object with the properties {@code depth} and {@code showHidden} says; the defaults of anything else. */
  public static InspectOptions of(Builtins builtins, long object) {
    Js js = builtins.js();
    if (!js.isObject(object)) {
      return DEFAULT;
    }
    Strings strings = builtins.vm().strings();
    long depth = js.get(object, strings.key("depth"));
    long showHidden = js.get(object, strings.key("showHidden"));
    int levels = DEFAULT.depth;
    if (Values.isNumber(depth)) {
      levels = Double.isInfinite(Values.asNumber(depth)) ? UNLIMITED : (int) Values.asNumber(depth);
    } else if (depth == Values.NULL) {
      levels = UNLIMITED;
    }
    return new InspectOptions(levels, js.toBoolean(showHidden));
  }
}
