package dev.joist.plugin.call.lowering;

import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.Insn.ClosureParts;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** CreateClosure: result, function, scope (or undefined). */
final class ClosureLowering implements OpcodeLowering {
  private static final int FUNCTION = 1;
  private static final int SCOPE = 2;
  private static final int WORD = 8;
  private static final Constraints CONSTRAINTS = Constraints.builder().use(SCOPE, UsePolicy.BOXED).temps(2, 0).exits().becomes(0, Fact.CELL).build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    ClosureParts parts = insn.closure(FUNCTION);
    MutGp cell = cx.temp(0);
    MutGp temp = cx.temp(1);
    Gp scope = cx.use(SCOPE);
    int size = cx.allocate(cell, temp, CellKind.FUNCTION, parts.shapeId(), parts.bytes(), cx.slowPath());
    for (int at = Layout.OBJECT_SLOTS; at < size; at += WORD) {
      if (at != Layout.FUNCTION_INFO && at != Layout.FUNCTION_SCOPE && at != Layout.FUNCTION_BOUND) {
        masm.storeImm(Width.BITS64, 0, Mem.at(cell, at));
      }
    }
    masm.storeImm(Width.BITS64, parts.info(), Mem.at(cell, Layout.FUNCTION_INFO));
    masm.store(Width.BITS64, scope, Mem.at(cell, Layout.FUNCTION_SCOPE));
    masm.storeImm(Width.BITS64, Values.UNDEFINED, Mem.at(cell, Layout.FUNCTION_BOUND));
    cx.values().boxCell(masm, cx.def(0), cell);
  }
}
