package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.FpCond;

/** A comparison of two numbers. */
enum Relation {
  EQUAL(Cond.EQUAL, FpCond.EQUAL),
  LESS(Cond.LESS, FpCond.LESS),
  LESS_EQUAL(Cond.LESS_EQUAL, FpCond.LESS_EQUAL),
  GREATER(Cond.GREATER, FpCond.GREATER),
  GREATER_EQUAL(Cond.GREATER_EQUAL, FpCond.GREATER_EQUAL);

  private final Cond cond;
  private final FpCond fpCond;

  Relation(Cond cond, FpCond fpCond) {
    this.cond = cond;
    this.fpCond = fpCond;
  }

  /** For int32: when the relation holds, or when it does not. */
  Cond cond(boolean holds) {
    return holds ? cond : cond.negated();
  }

  /** For doubles; a negated relation holds for NaN. */
  FpCond fpCond(boolean holds) {
    return holds ? fpCond : fpCond.negated();
  }
}
