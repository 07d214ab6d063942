package dev.joist.backend.aarch64;

import dev.joist.backend.aarch64.asm.Arithmetic;
import dev.joist.backend.aarch64.asm.Size;
import dev.joist.masm.Cond;

/**
 * A comparison with a constant, in its simplest form: relations that can only be true or false are found out, and
 * those that are comparisons with zero in disguise are written so.
 *
 * @param cond {@code null} if the relation is always true or never
 * @param value sign-extended from the size of the comparison
 */
record Relation(Cond cond, long value, boolean always) {
  private static final Relation ALWAYS = new Relation(null, 0, true);
  private static final Relation NEVER = new Relation(null, 0, false);

  static Relation of(Size size, Cond cond, long imm) {
    long value = IntegerEmitter.truncate(size, imm);
    long min = size == Size.W ? Integer.MIN_VALUE : Long.MIN_VALUE;
    long max = ~min;
    return switch (cond) {
      case BELOW -> value == 0 ? NEVER
          : value == 1 ? as(Cond.EQUAL, 0) : value == min ? signed(Cond.GREATER_EQUAL) : as(cond, value);
      case ABOVE_EQUAL -> value == 0 ? ALWAYS
          : value == 1 ? as(Cond.NOT_EQUAL, 0) : value == min ? signed(Cond.LESS) : as(cond, value);
      case BELOW_EQUAL -> value == -1 ? ALWAYS : of(size, Cond.BELOW, value + 1);
      case ABOVE -> value == -1 ? NEVER : of(size, Cond.ABOVE_EQUAL, value + 1);
      case LESS -> value == min ? NEVER : as(cond, value);
      case GREATER_EQUAL -> value == min ? ALWAYS : as(cond, value);
      case LESS_EQUAL -> value == max ? ALWAYS : value == -1 ? signed(Cond.LESS) : as(cond, value);
      case GREATER -> value == max ? NEVER : value == -1 ? signed(Cond.GREATER_EQUAL) : as(cond, value);
      case EQUAL, NOT_EQUAL -> as(cond, value);
    };
  }

  private static Relation as(Cond cond, long value) {
    return new Relation(cond, value, false);
  }

  private static Relation signed(Cond cond) {
    return as(cond, 0);
  }

  boolean isConstant() {
    return cond == null;
  }

  /** True if cmp or cmn can hold the value. */
  boolean isEncodable() {
    return Arithmetic.isImmediate(value) || Arithmetic.isImmediate(-value);
  }

  /** The same relation with the value one up or down: {@code < 4097} is {@code <= 4096}. */
  Relation neighbour(Size size) {
    long min = size == Size.W ? Integer.MIN_VALUE : Long.MIN_VALUE;
    return switch (cond) {
      case LESS -> as(Cond.LESS_EQUAL, value - 1);
      case GREATER_EQUAL -> as(Cond.GREATER, value - 1);
      case LESS_EQUAL -> as(Cond.LESS, value + 1);
      case GREATER -> as(Cond.GREATER_EQUAL, value + 1);
      case BELOW -> value == min ? this : as(Cond.BELOW_EQUAL, value - 1);
      case ABOVE_EQUAL -> value == min ? this : as(Cond.ABOVE, value - 1);
      case EQUAL, NOT_EQUAL, BELOW_EQUAL, ABOVE -> this;
    };
  }

  /** For an unsigned comparison with a power of two the bits that decide it, else 0. */
  long powerOfTwoMask(Size size) {
    if (cond != Cond.BELOW && cond != Cond.ABOVE_EQUAL || Long.bitCount(value) != 1) {
      return 0;
    }
    return IntegerEmitter.truncate(size, -value);
  }
}
