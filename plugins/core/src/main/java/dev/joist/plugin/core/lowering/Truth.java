package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.Width;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.LoweringContext;

/** Branches by truthiness. */
final class Truth {
  private Truth() {}

  /**
   * Branches to the target when the value is truthy (or falsy), else falls through. Immediates in line; int32 and cells
   * out of line; doubles by the slow path. Uses temp 0.
   */
  static void emitBranch(LoweringContext cx, Gp value, boolean truthy, Label target) {
    MacroAssembler masm = cx.masm();
    Label next = masm.newLabel();
    Label ifTrue = truthy ? target : next;
    Label ifFalse = truthy ? next : target;
    Label other = cx.outOfLine(() -> emitOther(cx, value, ifTrue, ifFalse));
    cx.values().branchTruthy(masm, value, truthy ? target : null, truthy ? null : target, other);
    masm.bind(next);
  }

  private static void emitOther(LoweringContext cx, Gp value, Label ifTrue, Label ifFalse) {
    MacroAssembler masm = cx.masm();
    Label notInt32 = masm.newLabel();
    cx.values().branchIfNotInt32(masm, value, notInt32);
    masm.branchImm(Width.BITS32, Cond.EQUAL, Numbers.int32(cx, value, cx.temp(0)), 0, ifFalse);
    masm.jump(ifTrue);
    masm.bind(notInt32);
    cx.values().branchIfNotCell(masm, value, cx.slowPath());
    masm.load(Width.BITS8, cx.temp(0), Mem.at(value, Layout.CELL_KIND + cx.values().cellBias()));
    masm.branchImm(Width.BITS32, Cond.ABOVE_EQUAL, cx.temp(0), CellKind.FIRST_OBJECT, ifTrue);
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, cx.temp(0), CellKind.STRING, cx.slowPath());
    masm.branchMemImm(Width.BITS32, Cond.EQUAL, Mem.at(value, Layout.STRING_LENGTH + cx.values().cellBias()), 0,
        ifFalse);
    masm.jump(ifTrue);
  }
}
