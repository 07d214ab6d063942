package dev.joist.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to run a program.
 *
 * @param parts what it is compiled with; null: it is interpreted
 * @param threshold calls after which a function is compiled; a tenth of the rounds after which a loop is. 1: before its first call
 * @param failing whether each guard fails once
 * @param collecting whether each safepoint collects
 */
public record Way(Parts parts, int threshold, boolean failing, boolean collecting) {
  /** What all other ways must agree with. */
  public static final Way INTERPRETER = new Way(null, 0, false, false);

  private static final int EAGER = 1;
  private static final int WITH_FEEDBACK = 3;

  /** All ways but the first with these parts. */
  public static List<Way> all(List<Parts> combinations) {
    List<Way> ways = new ArrayList<>();
    for (Parts parts : combinations) {
      ways.add(new Way(parts, WITH_FEEDBACK, false, false));
      ways.add(new Way(parts, EAGER, false, false));
      ways.add(new Way(parts, WITH_FEEDBACK, true, false));
      ways.add(new Way(parts, WITH_FEEDBACK, false, true));
      ways.add(new Way(parts, EAGER, true, true));
    }
    ways.add(new Way(null, 0, false, true));
    return ways;
  }

  @Override
  public String toString() {
    return (parts == null ? "interpreted" : parts + ", threshold " + threshold) + (failing ? ", every guard failing once" : "")
        + (collecting ? ", collecting at every safepoint" : "");
  }
}
