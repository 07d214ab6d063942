package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.Width;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;

/** UpdateKey: result, object, key, site. An int32 stays one; of the rest, what is no object is the key itself. */
final class UpdateKeyLowering implements OpcodeLowering {
  private static final int RESULT = 0;
  private static final int KEY = 2;

  private static final Constraints INT32 =
      Constraints.builder().use(KEY, UsePolicy.INT32).result(RESULT, Representation.INT32).exits().restores().build();
  private static final Constraints BOXED = Constraints.builder().use(KEY, UsePolicy.BOXED).temps(1, 0).exits().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return NumberMode.of(insn) == NumberMode.INT32 ? INT32 : BOXED;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    if (NumberMode.of(insn) == NumberMode.INT32) {
      Gp key = cx.useInt32(KEY, cx.slowPath());
      masm.zeroExtend(Width.BITS32, cx.defInt32(RESULT), key);
      return;
    }
    Gp key = cx.use(KEY);
    Label itself = masm.newLabel();
    cx.values().branchIfNotCell(masm, key, itself);
    masm.load(Width.BITS8, cx.temp(0), Mem.at(key, Layout.CELL_KIND + cx.values().cellBias()));
    masm.branchImm(Width.BITS32, Cond.ABOVE_EQUAL, cx.temp(0), CellKind.FIRST_OBJECT, cx.slowPath());
    masm.bind(itself);
    masm.move(cx.def(RESULT), key);
  }
}
