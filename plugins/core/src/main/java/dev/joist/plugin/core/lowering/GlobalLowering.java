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
import dev.joist.spi.opcode.Place;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** Global variables by the pointer that their site holds once it is resolved. */
final class GlobalLowering {
  private static final int SITE = 2;

  private GlobalLowering() {}

  /** A global variable, by where its value stands; all that are not resolved are one. */
  private record GlobalPlace(long cell) implements Place {}

  private static Place place(Insn insn) {
    return new GlobalPlace(insn.siteWord(SITE, 0));
  }

  /** A site that is resolved stays so: a global variable's cell lives as long as the engine. */
  private static boolean isResolved(Insn insn) {
    return insn.siteWord(SITE, 0) != 0;
  }

  private static Constraints constraints(Constraints.Builder needs, Insn insn) {
    return (isResolved(insn) ? needs : needs.readsSite()).exits().build();
  }

  /** Branches to the slow path while the site is not resolved. */
  private static MutGp cell(LoweringContext cx, Insn insn) {
    MutGp cell = cx.temp(0);
    if (isResolved(insn)) {
      cx.masm().moveImm(cell, insn.siteWord(SITE, 0));
    } else {
      cx.masm().load(Width.BITS64, cell, cx.site(SITE, 0));
      cx.masm().branchImm(Width.BITS64, Cond.EQUAL, cell, 0, cx.slowPath());
    }
    return cell;
  }

  /** LoadGlobal, TypeOfGlobal: result, name, site. */
  static final class Load implements OpcodeLowering {
    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      if (insn.isPermanentGlobal(SITE)) {
        return Constraints.builder().reads(place(insn)).build();
      }
      Constraints.Builder needs = Constraints.builder().temps(1, 0).reads(place(insn));
      return GlobalLowering.constraints(insn.isReadAsCell() ? needs.cell(0) : needs, insn);
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      if (insn.isPermanentGlobal(SITE)) {
        masm.moveImm(cx.def(0), insn.siteWord(SITE, 0));
        masm.load(Width.BITS64, cx.def(0), Mem.at(cx.def(0), Layout.GLOBAL_VALUE));
        return;
      }
      MutGp cell = cell(cx, insn);
      MutGp value = cx.earlyDef(0, cell);
      masm.load(Width.BITS64, value, Mem.at(cell, Layout.GLOBAL_VALUE));
      if (insn.isReadAsCell()) {
        cx.values().branchIfNotCell(masm, value, cx.deoptimizeNoCell());
      } else {
        masm.branchImm(Width.BITS64, Cond.EQUAL, value, Values.HOLE, cx.slowPath());
      }
      if (!value.equals(cx.def(0))) {
        masm.move(cx.def(0), value);
      }
    }
  }

  /** StoreGlobal: name, value, site. The site is resolved only where the variable may be written. */
  static final class Store implements OpcodeLowering {
    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return GlobalLowering.constraints(Constraints.builder().use(1, UsePolicy.BOXED).temps(2, 0).writes(place(insn)), insn);
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      Gp value = cx.use(1);
      MutGp cell = cell(cx, insn);
      if (insn.isPermanentGlobal(SITE)) {
        masm.load(Width.BITS16, cx.temp(1), Mem.at(cell, Layout.CELL_FLAGS));
        masm.branchIfAnyBits(Width.BITS32, cx.temp(1), Layout.GLOBAL_FLAG_READ_ONLY, cx.slowPath());
      } else {
        masm.load(Width.BITS64, cx.temp(1), Mem.at(cell, Layout.GLOBAL_VALUE));
        masm.branchImm(Width.BITS64, Cond.EQUAL, cx.temp(1), Values.HOLE, cx.slowPath());
      }
      cx.storeToCell(value, Mem.at(cell, Layout.GLOBAL_VALUE));
    }
  }
}
