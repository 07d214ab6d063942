package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
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
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** Global variables by the pointer that their site holds once it is resolved. */
final class GlobalLowering {
  private static final int SITE = 2;

  private GlobalLowering() {}

  /** Branches to the slow path while the site is not resolved. A site resolved by now stays so. */
  private static MutGp cell(LoweringContext cx, Insn insn) {
    MutGp cell = cx.temp(0);
    cx.masm().load(Width.BITS64, cell, cx.site(SITE, 0));
    if (insn.siteWord(SITE, 0) == 0) {
      cx.masm().branchImm(Width.BITS64, Cond.EQUAL, cell, 0, cx.slowPath());
    }
    return cell;
  }

  /** LoadGlobal, TypeOfGlobal: result, name, site. */
  static final class Load implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().temps(1, 0).exits().build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      MutGp cell = cell(cx, insn);
      MutGp value = cx.earlyDef(0, cell);
      masm.load(Width.BITS64, value, Mem.at(cell, Layout.GLOBAL_VALUE));
      masm.branchImm(Width.BITS64, Cond.EQUAL, value, Values.HOLE, cx.slowPath());
      if (!value.equals(cx.def(0))) {
        masm.move(cx.def(0), value);
      }
    }
  }

  /** StoreGlobal: name, value, site. The site is resolved only where the variable may be written. */
  static final class Store implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.BOXED).temps(2,
        0).exits().build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      Gp value = cx.use(1);
      MutGp cell = cell(cx, insn);
      masm.load(Width.BITS64, cx.temp(1), Mem.at(cell, Layout.GLOBAL_VALUE));
      masm.branchImm(Width.BITS64, Cond.EQUAL, cx.temp(1), Values.HOLE, cx.slowPath());
      cx.storeToCell(value, Mem.at(cell, Layout.GLOBAL_VALUE));
    }
  }
}
