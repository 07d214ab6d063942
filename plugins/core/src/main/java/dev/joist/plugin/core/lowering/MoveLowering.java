package dev.joist.plugin.core.lowering;

import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;

/** Move. */
final class MoveLowering implements OpcodeLowering {
  private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.ANY).copyOf(1).build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    cx.copy(0);
  }
}
