package dev.joist.plugin.call.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.PrototypeChain;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** LoadPrototype: result, object. What the context's table of prototypes knows. */
final class PrototypeLowering implements OpcodeLowering {
  private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.BOXED).temps(3, 0).exits().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    Gp object = cx.use(1);
    MutGp at = cx.temp(0);
    Label isNull = masm.newLabel();
    Label done = masm.newLabel();
    cx.values().branchIfNotCell(masm, object, cx.slowPath());
    cx.values().cellAddress(masm, at, object);
    new PrototypeChain(masm, cx.roles().context(), cx.temp(1), cx.temp(2)).next(at, cx.slowPath());
    masm.branchImm(Width.BITS64, Cond.EQUAL, at, 0, isNull);
    MutGp def = cx.def(0);
    cx.values().boxCell(masm, def, at);
    masm.jump(done);
    masm.bind(isNull);
    masm.moveImm(def, Values.NULL);
    masm.bind(done);
  }
}
