package dev.joist.plugin.core.lowering;

import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.value.Values;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Numbers out of boxed operands. */
final class Numbers {
  private Numbers() {}

  /** A register whose low half is the int32 of a value known to be one: the value's own, or the temp. */
  static Gp int32(LoweringContext cx, Gp value, MutGp temp) {
    if (cx.values().int32IsLowHalf()) {
      return value;
    }
    cx.values().unboxInt32(cx.masm(), temp, value);
    return temp;
  }

  /** Branches unless two operands declared BOXED, of which the second may be known, are int32. */
  static void checkInt32(LoweringContext cx, Gp left, Gp right, OptionalInt known, Label notInt32) {
    if (known.isPresent() || left.equals(right)) {
      cx.values().branchIfNotInt32(cx.masm(), left, notInt32);
    } else {
      cx.values().branchUnlessBothInt32(cx.masm(), left, right, notInt32);
    }
  }

  /**
   * dst = the number of an operand declared BOXED.
   *
   * @param value the operand's register
   */
  static void toDouble(LoweringContext cx, int operand, Gp value, MutFp dst, MutGp temp, Label notNumber) {
    OptionalLong known = cx.constant(operand);
    if (known.isPresent() && Values.isNumber(known.getAsLong())) {
      cx.masm().moveFpImm(dst, Values.asNumber(known.getAsLong()));
    } else {
      cx.values().unboxNumber(cx.masm(), dst, value, temp, notNumber);
    }
  }
}
