package dev.joist.conformance.kit;

import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

/** One run of a rule's check: where its random numbers come from, what it counts, and how it says that the rule is broken. */
public final class Trial {
  private final Random random;
  private long executed;

  /** @param seed of the random numbers; each rule's sequence is its own, whichever other rules run */
  public Trial(Rule rule, long seed) {
    random = new Random(seed ^ 0x9e37_79b9_7f4a_7c15L * rule.id().hashCode());
  }

  /** What a check throws that cannot be made here. */
  static final class Skipped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Skipped(String reason) {
      super(reason, null, false, false);
    }
  }

  /** Something that should throw. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  public Random random() {
    return random;
  }

  /** One more case was executed. A rule that has executed none is not kept. */
  public void executed() {
    executed++;
  }

  public void executed(long cases) {
    executed += cases;
  }

  /** Cases executed so far. */
  public long count() {
    return executed;
  }

  /** @throws RuleViolation unless it holds */
  public void that(boolean holds, Supplier<String> message) {
    if (!holds) {
      throw new RuleViolation(message.get());
    }
  }

  /** @throws RuleViolation unless both are the same bits */
  public void equal(long expected, long actual, Supplier<String> message) {
    if (expected != actual) {
      throw new RuleViolation(message.get() + ": expected 0x" + Long.toHexString(expected) + ", was 0x" + Long.toHexString(actual));
    }
  }

  /** @throws RuleViolation unless they are equal, or both null */
  public void equal(Object expected, Object actual, Supplier<String> message) {
    if (!Objects.equals(expected, actual)) {
      throw new RuleViolation(message.get() + ": expected " + expected + ", was " + actual);
    }
  }

  /** @throws RuleViolation unless the action throws that, with a message; counts as executed */
  public <T extends Throwable> T refuses(Class<T> type, String what, Action action) {
    executed();
    try {
      action.run();
    } catch (Throwable thrown) {
      if (!type.isInstance(thrown)) {
        throw new RuleViolation(what + " ended by " + thrown + ", not by a " + type.getSimpleName());
      }
      if (thrown.getMessage() == null || thrown.getMessage().isBlank()) {
        throw new RuleViolation(what + " is refused without a word");
      }
      return type.cast(thrown);
    }
    throw new RuleViolation(what + " is not refused by a " + type.getSimpleName());
  }

  /** Ends the check: it cannot be made here. A required rule that is skipped spoils the certificate. */
  public RuntimeException skip(String reason) {
    throw new Skipped(reason);
  }
}
