package dev.joist.conformance.kit;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One thing that an implementation has to do, found out by executing it.
 *
 * @param id family and name, {@code integer.addImm}: it stays the same as long as the statement means the same
 * @param requirement what it means for a certificate
 * @param statement what holds of a right implementation, one sentence
 * @param check fails, or returns
 */
public record Rule(String id, Requirement requirement, String statement, Check check) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*\\.[A-Za-z0-9][A-Za-z0-9.-]*");

  /** What a rule means for a certificate. */
  public enum Requirement {
    /** Skipped, it spoils the certificate as a failure does. */
    REQUIRED,
    /** May be skipped, when the implementation does not offer it; must not fail. */
    OPTIONAL,
    /** Tries at random, from the certificate's seed; must not fail. What it finds belongs to a required rule that is missing. */
    STOCHASTIC
  }

  /** The body of a rule. */
  @FunctionalInterface
  public interface Check {
    /**
     * Tries what the rule says, and tells the trial how often.
     *
     * @throws RuleViolation by the methods of the trial, when the rule is broken
     * @throws Exception when the implementation fails by itself, which breaks the rule too
     */
    void run(Trial trial) throws Exception;
  }

  public Rule {
    Objects.requireNonNull(requirement);
    Objects.requireNonNull(check);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("'" + id + "' is no id of a rule; it should look like family.name");
    }
    if (statement.isBlank()) {
      throw new IllegalArgumentException("rule " + id + " states nothing");
    }
  }

  public static Rule required(String id, String statement, Check check) {
    return new Rule(id, Requirement.REQUIRED, statement, check);
  }

  public static Rule optional(String id, String statement, Check check) {
    return new Rule(id, Requirement.OPTIONAL, statement, check);
  }

  public static Rule stochastic(String id, String statement, Check check) {
    return new Rule(id, Requirement.STOCHASTIC, statement, check);
  }

  /** The part of the id before the first dot. */
  public String family() {
    return id.substring(0, id.indexOf('.'));
  }
}
