package dev.joist.plugin.core.lowering;

import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;

/** JumpIfLess …: left, right, target, site. */
final class CompareJumpLowering implements OpcodeLowering {
  private static final int TARGET = 2;

  private final Comparison comparison;
  private final boolean holds;

  CompareJumpLowering(Relation relation, boolean strict, boolean holds) {
    comparison = new Comparison(relation, strict, 0, 1);
    this.holds = holds;
  }

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return comparison.constraints(insn).build();
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    comparison.emitBranch(cx, insn, holds, cx.target(TARGET));
  }
}
