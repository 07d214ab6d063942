package dev.joist.runtime.operations;

/** The binary operators on 32-bit integers. */
public enum BitwiseOperator {
  AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED;

  /** The result as a number: that of an unsigned shift may be beyond int32. */
  public double apply(int left, int right) {
    return switch (this) {
      case AND -> left & right;
      case OR -> left | right;
      case XOR -> left ^ right;
      case SHIFT_LEFT -> left << right;
      case SHIFT_RIGHT -> left >> right;
      case SHIFT_RIGHT_UNSIGNED -> Integer.toUnsignedLong(left >>> right);
    };
  }
}
