package dev.joist.plugin.core.lowering;

import dev.joist.masm.Mem;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.value.Values;

/** LoadException: result. The exception is no longer pending then. */
final class LoadExceptionLowering implements OpcodeLowering {
  private static final Constraints CONSTRAINTS = Constraints.builder().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    Mem pending = Mem.at(cx.roles().context(), Layout.CONTEXT_EXCEPTION);
    cx.masm().load(Width.BITS64, cx.def(0), pending);
    cx.masm().storeImm(Width.BITS64, Values.UNDEFINED, pending);
  }
}
