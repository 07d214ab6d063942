package dev.joist.masm;

/** A relation of two doubles (IEEE 754). The first six are false when an operand is NaN, but for NOT_EQUAL; the others are their negations. */
public enum FpCond {
  EQUAL,
  /** True when an operand is NaN. */
  NOT_EQUAL,
  LESS, LESS_EQUAL, GREATER, GREATER_EQUAL,
  /** True when an operand is NaN, as the three below. */
  NOT_LESS, NOT_LESS_EQUAL, NOT_GREATER, NOT_GREATER_EQUAL;

  /** The relation that holds exactly when this one does not. */
  public FpCond negated() {
    return switch (this) {
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case LESS -> NOT_LESS;
      case LESS_EQUAL -> NOT_LESS_EQUAL;
      case GREATER -> NOT_GREATER;
      case GREATER_EQUAL -> NOT_GREATER_EQUAL;
      case NOT_LESS -> LESS;
      case NOT_LESS_EQUAL -> LESS_EQUAL;
      case NOT_GREATER -> GREATER;
      case NOT_GREATER_EQUAL -> GREATER_EQUAL;
    };
  }
}
