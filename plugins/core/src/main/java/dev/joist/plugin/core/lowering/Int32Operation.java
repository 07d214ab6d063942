package dev.joist.plugin.core.lowering;

import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MutGp;
import dev.joist.spi.opcode.LoweringContext;
import java.util.OptionalInt;

/** The int32 half of a binary operator. */
interface Int32Operation {
  /**
   * dst = a op b, zero-extended; branches when the result is no int32 (or is -0). Nothing but dst and the temp is
   * written.
   *
   * @param constant b, when it is known; the register b may then be null
   * @param temp differs from the others
   */
  void emit(LoweringContext cx, MutGp dst, Gp a, Gp b, OptionalInt constant, MutGp temp, Label notInt32);

  /** Whether a and b may change places. */
  default boolean commutes() {
    return false;
  }
}
