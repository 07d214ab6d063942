package dev.joist.cli;

import java.util.Arrays;
import java.util.Locale;

/** Several measurements of one thing: their median, and how far they lie apart. */
record Spread(double least, double median, double most) {
  /** @param measured at least one */
  static Spread of(double... measured) {
    double[] sorted = measured.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }

  JsonObject toJson() {
    return new JsonObject().number("least", least).number("median", median).number("most", most);
  }

  /** The median, with the least and the most in parentheses when there is more than one. */
  @Override
  public String toString() {
    return least == most ? String.format(Locale.ROOT, "%.0f", median) : String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", median, least, most);
  }
}
