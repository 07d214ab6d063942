package dev.joist.plugin.core.lowering;

import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** LogicalNot: result, operand. */
final class LogicalNotLowering implements OpcodeLowering {
  private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.BOXED).temps(1,
      0).exits().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    Label done = masm.newLabel();
    MutGp def = cx.def(0);
    Label ifTrue = cx.outOfLine(() -> {
      masm.moveImm(def, Values.FALSE);
      masm.jump(done);
    });
    Truth.emitBranch(cx, cx.use(1), true, ifTrue);
    masm.moveImm(def, Values.TRUE);
    masm.bind(done);
  }
}
