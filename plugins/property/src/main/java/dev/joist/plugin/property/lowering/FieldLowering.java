package dev.joist.plugin.property.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.opcode.UnseenCall;
import dev.joist.spi.regalloc.UsePolicy;

/** RunFieldInitialiser: constructor, this. */
final class FieldLowering implements OpcodeLowering {
  private static final int CONSTRUCTOR = 0;
  private static final int THIS = 1;
  private static final Constraints CONSTRAINTS =
      Constraints.builder().use(CONSTRUCTOR, UsePolicy.BOXED).use(THIS, UsePolicy.BOXED).temps(1, 0).exits().calls().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    MutGp method = cx.temp(0);
    Label done = masm.newLabel();
    masm.load(Width.BITS64, method, Mem.at(cx.use(CONSTRUCTOR), Layout.FUNCTION_FIELDS + cx.values().cellBias()));
    masm.branchImm(Width.BITS64, Cond.EQUAL, method, 0, done);
    cx.values().boxCell(masm, method, method);
    new UnseenCall(cx).emit(method, cx.use(THIS), 0);
    masm.bind(done);
  }
}
