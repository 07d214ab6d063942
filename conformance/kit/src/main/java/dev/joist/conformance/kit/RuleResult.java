package dev.joist.conformance.kit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * How a rule fared.
 *
 * @param executed cases
 * @param millis that it took
 * @param message why it failed or was skipped; empty when it passed
 */
public record RuleResult(Rule rule, Outcome outcome, long executed, long millis, String message) {
  /** Ends of a check. */
  public enum Outcome {
    PASSED, FAILED, SKIPPED
  }

  /** Of the threads that checks run on: code under test is free to use large frames. */
  private static final long STACK_BYTES = 16L << 20;

  /** Checks a rule, on a thread of its own. A check that returns without having executed anything has failed. */
  public static RuleResult of(Rule rule, long seed) {
    FutureTask<RuleResult> check = new FutureTask<>(() -> check(rule, seed));
    Thread thread = new Thread(null, check, rule.id(), STACK_BYTES);
    thread.start();
    try {
      return check.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("checking " + rule.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new RuleResult(rule, Outcome.SKIPPED, 0, 0, "was interrupted");
    }
  }

  private static RuleResult check(Rule rule, long seed) {
    Trial trial = new Trial(rule, seed);
    long start = System.nanoTime();
    Outcome outcome = Outcome.PASSED;
    String message = "";
    try {
      rule.check().run(trial);
      if (trial.count() == 0) {
        outcome = Outcome.FAILED;
        message = "nothing was executed";
      }
    } catch (Trial.Skipped skipped) {
      outcome = Outcome.SKIPPED;
      message = skipped.getMessage();
    } catch (RuleViolation violation) {
      outcome = Outcome.FAILED;
      message = violation.getMessage();
    } catch (Exception | Error e) {
      outcome = Outcome.FAILED;
      message = "the implementation threw " + e;
    }
    return new RuleResult(rule, outcome, trial.count(), (System.nanoTime() - start) / 1_000_000, message);
  }

  /** Of a rule that was not run at all. */
  static RuleResult notRun(Rule rule) {
    return new RuleResult(rule, Outcome.SKIPPED, 0, 0, "was not run");
  }

  /** Whether a certificate can be given in spite of this result. */
  public boolean isAcceptable() {
    return outcome == Outcome.PASSED || outcome == Outcome.SKIPPED && rule.requirement() != Rule.Requirement.REQUIRED;
  }
}
