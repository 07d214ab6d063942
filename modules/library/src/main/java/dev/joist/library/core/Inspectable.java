package dev.joist.library.core;

import java.util.List;

/** A payload of an object that shows more than its properties when it is inspected. */
public interface Inspectable {
  /** What to show of the object that has this payload. */
  Shown show(long object);

  /** A value, with a text before it unless that is empty. */
  record Labelled(String label, long value) {}

  /**
   * What an object shows.
   *
   * @param type the class name that goes without saying
   * @param base the whole text of an object without properties, or null when it has braces
   * @param size after the class name, such as (3)
   * @param texts entries as they are
   * @param values entries that are inspected; kept alive by the object
   * @param elements whether the entries are an array's
   * @param count of elements
   * @param bareTag whether only the size text, a tag, is shown, in brackets
   * @param pairs whether values are pairs: a key, its value, the next key
   */
  record Shown(String type, String base, String size, List<String> texts, List<Labelled> values, boolean elements, long count, boolean bareTag,
      boolean pairs) {
    /** An object that has a text of its own. */
    public static Shown base(String type, String base) {
      return new Shown(type, base, "", List.of(), List.of(), false, 0, false, false);
    }

    /** An object with braces. */
    public static Shown braces(String type, List<String> texts, List<Labelled> values) {
      return new Shown(type, null, "", texts, values, false, 0, false, false);
    }

    /** An array of numbers. */
    public static Shown elements(String type, long count, List<Labelled> values) {
      return new Shown(type, null, "(" + count + ")", List.of(), values, true, count, false, false);
    }

    /** An iterator: its tag, and what is left. */
    public static Shown iterator(String tag, List<Labelled> values, boolean pairs) {
      return new Shown("Object", null, tag, List.of(), values, false, 0, true, pairs);
    }
  }
}
