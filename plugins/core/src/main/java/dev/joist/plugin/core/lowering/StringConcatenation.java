package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.SharedStub;

/** The sum of two strings. */
final class StringConcatenation {
  private StringConcatenation() {}

  /** def = the concatenation; what is no string, or cannot be concatenated here, takes the slow path. Uses temp 0. */
  static void emit(LoweringContext cx, Gp a, Gp b, MutGp def) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    MutGp temp = cx.temp(0);
    branchUnlessString(cx, a, temp, slow);
    branchUnlessString(cx, b, temp, slow);
    masm.store(Width.BITS64, a, Mem.at(cx.roles().context(), SharedStub.argument(0)));
    masm.store(Width.BITS64, b, Mem.at(cx.roles().context(), SharedStub.argument(1)));
    cx.callStub(SharedStub.CONCAT_STRINGS, temp);
    masm.load(Width.BITS64, temp, Mem.at(cx.roles().context(), SharedStub.argument(0)));
    masm.branchImm(Width.BITS64, Cond.EQUAL, temp, 0, slow);
    masm.move(def, temp);
  }

  static void branchUnlessString(LoweringContext cx, Gp value, MutGp temp, Label target) {
    cx.values().branchIfNotCell(cx.masm(), value, target);
    cx.masm().load(Width.BITS8, temp, Mem.at(value, Layout.CELL_KIND + cx.values().cellBias()));
    cx.masm().branchImm(Width.BITS32, Cond.NOT_EQUAL, temp, CellKind.STRING, target);
  }
}
