package dev.joist.plugin.call.lowering;

import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.OptionalLong;

/** Return: value. */
final class ReturnLowering implements OpcodeLowering {
  private static final Constraints CONSTRAINTS = Constraints.builder().use(0, UsePolicy.BOXED).build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    OptionalLong known = cx.constant(0);
    if (known.isPresent()) {
      cx.masm().moveImm(cx.roles().result(), known.getAsLong());
    } else {
      cx.masm().move(cx.roles().result(), cx.use(0));
    }
    cx.emitReturn();
  }
}
