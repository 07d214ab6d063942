package dev.joist.plugin.core.lowering;

import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.value.Values;

/** LessThan …: result, left, right, site. */
final class CompareLowering implements OpcodeLowering {
  private final Comparison comparison;
  private final boolean holds;

  CompareLowering(Relation relation, boolean strict, boolean holds) {
    comparison = new Comparison(relation, strict, 1, 2);
    this.holds = holds;
  }

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return comparison.constraints(insn).build();
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    Label done = masm.newLabel();
    MutGp def = cx.def(0);
    Label ifTrue = cx.outOfLine(() -> {
      masm.moveImm(def, Values.TRUE);
      masm.jump(done);
    });
    comparison.emitBranch(cx, insn, holds, ifTrue);
    masm.moveImm(def, Values.FALSE);
    masm.bind(done);
  }
}
