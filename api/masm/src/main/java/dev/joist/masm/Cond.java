package dev.joist.masm;

/** A relation of two integers. */
public enum Cond {
  EQUAL, NOT_EQUAL,
  /** Signed. */
  LESS, LESS_EQUAL, GREATER, GREATER_EQUAL,
  /** Unsigned. */
  BELOW, BELOW_EQUAL, ABOVE, ABOVE_EQUAL;

  /** The relation that holds exactly when this one does not. */
  public Cond negated() {
    return switch (this) {
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case LESS -> GREATER_EQUAL;
      case LESS_EQUAL -> GREATER;
      case GREATER -> LESS_EQUAL;
      case GREATER_EQUAL -> LESS;
      case BELOW -> ABOVE_EQUAL;
      case BELOW_EQUAL -> ABOVE;
      case ABOVE -> BELOW_EQUAL;
      case ABOVE_EQUAL -> BELOW;
    };
  }

  /** The relation of (b, a) that holds exactly when this one holds of (a, b). */
  public Cond swapped() {
    return switch (this) {
      case EQUAL, NOT_EQUAL -> this;
      case LESS -> GREATER;
      case LESS_EQUAL -> GREATER_EQUAL;
      case GREATER -> LESS;
      case GREATER_EQUAL -> LESS_EQUAL;
      case BELOW -> ABOVE;
      case BELOW_EQUAL -> ABOVE_EQUAL;
      case ABOVE -> BELOW;
      case ABOVE_EQUAL -> BELOW_EQUAL;
    };
  }
}
