package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.PrototypeChain;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** InstanceOf: result, value, constructor, site. The site knows where constructors of a shape have their prototype. */
final class InstanceOfLowering implements OpcodeLowering {
  private static final int SITE = 3;
  private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.BOXED).use(2, UsePolicy.BOXED).temps(4, 0).exits().readsSite().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    MutGp wanted = cx.temp(0);
    MutGp at = cx.temp(1);
    Gp value = cx.use(1);
    Label no = masm.newLabel();
    Label next = masm.newLabel();
    Label done = masm.newLabel();
    loadPrototype(cx, wanted, at);
    cx.values().branchIfNotCell(masm, value, no);
    masm.load(Width.BITS8, at, Mem.at(value, Layout.CELL_KIND + cx.values().cellBias()));
    masm.branchImm(Width.BITS32, Cond.BELOW, at, CellKind.FIRST_OBJECT, no);
    cx.values().cellAddress(masm, at, value);
    masm.bind(next);
    new PrototypeChain(masm, cx.roles().context(), cx.temp(2), cx.temp(3)).next(at, cx.slowPath());
    masm.branchImm(Width.BITS64, Cond.EQUAL, at, 0, no);
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, at, wanted, next);
    MutGp def = cx.def(0);
    masm.moveImm(def, Values.TRUE);
    masm.jump(done);
    masm.bind(no);
    masm.moveImm(def, Values.FALSE);
    masm.bind(done);
  }

  /** prototype = the address of the constructor's prototype. */
  private static void loadPrototype(LoweringContext cx, MutGp prototype, MutGp temp) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    Gp constructor = cx.use(2);
    int bias = cx.values().cellBias();
    cx.values().branchIfNotCell(masm, constructor, slow);
    masm.load(Width.BITS32, prototype, Mem.at(constructor, Layout.CELL_SHAPE + bias));
    masm.load(Width.BITS32, temp, cx.site(SITE, Layout.SITE_KEY));
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, prototype, temp, slow);
    // What bound functions keep here is no such constant.
    masm.branchMemImm(Width.BITS64, Cond.NOT_EQUAL, Mem.at(constructor, Layout.FUNCTION_BOUND + bias), Values.UNDEFINED, slow);
    masm.load(Width.BITS64, temp, cx.site(SITE, Layout.SITE_WORD1));
    masm.load(Width.BITS64, prototype, Mem.indexed(constructor, temp, 0, bias));
    cx.values().branchIfNotCell(masm, prototype, slow);
    masm.load(Width.BITS8, temp, Mem.at(prototype, Layout.CELL_KIND + bias));
    masm.branchImm(Width.BITS32, Cond.BELOW, temp, CellKind.FIRST_OBJECT, slow);
    cx.values().cellAddress(masm, prototype, prototype);
  }
}
