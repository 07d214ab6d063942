package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.SharedStub;
import dev.joist.spi.value.Values;

/** How strings compare by {@code <} and its like, and undefined with a string: what programs read behind a string's end, they compare as well. */
final class StringOrder {
  private StringOrder() {}

  /**
   * Branches to the target when the relation holds (or when it does not), else to {@code done}; falls through with other operands. Uses temp 0.
   */
  static void emitBranch(LoweringContext cx, Relation relation, Gp a, Gp b, boolean holds, Label target, Label done) {
    MacroAssembler masm = cx.masm();
    MutGp order = cx.temp(0);
    Label notStrings = masm.newLabel();
    Label others = masm.newLabel();
    StringConcatenation.branchUnlessString(cx, b, order, others);
    StringConcatenation.branchUnlessString(cx, a, order, notStrings);
    masm.store(Width.BITS64, a, Mem.at(cx.roles().context(), SharedStub.argument(0)));
    masm.store(Width.BITS64, b, Mem.at(cx.roles().context(), SharedStub.argument(1)));
    cx.callStub(SharedStub.ORDER_STRINGS, order);
    masm.load(Width.BITS64, order, Mem.at(cx.roles().context(), SharedStub.argument(0)));
    masm.branchImm(Width.BITS32, Cond.EQUAL, order, SharedStub.UNKNOWN, cx.slowPath());
    masm.branchImm(Width.BITS32, relation.cond(holds), order, 0, target);
    masm.jump(done);
    masm.bind(notStrings);
    masm.branchImm(Width.BITS64, Cond.EQUAL, a, Values.UNDEFINED, holds ? done : target);
    masm.bind(others);
  }
}
