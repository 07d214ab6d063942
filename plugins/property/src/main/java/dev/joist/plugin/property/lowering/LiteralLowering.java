package dev.joist.plugin.property.lowering;

import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.heap.SizeClasses;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;

/** Objects and arrays made in line, once their site knows the shape. */
final class LiteralLowering {
  private static final int WORD = 8;
  private static final int SHAPE_BITS = 32;

  private LiteralLowering() {}

  private static int shape(long site) {
    return (int) site;
  }

  private static int inlineCapacity(long site) {
    return (int) (site >>> SHAPE_BITS);
  }

  private static int cellBytes(long site) {
    return Layout.OBJECT_INLINE + WORD * inlineCapacity(site);
  }

  private static boolean isKnown(long site) {
    return shape(site) != 0 && cellBytes(site) <= SizeClasses.LARGEST;
  }

  /** Writes zeros from an offset up to the end of a cell. */
  private static void clear(MacroAssembler masm, MutGp cell, int from, int size) {
    for (int at = from; at < size; at += WORD) {
      masm.storeImm(Width.BITS64, 0, Mem.at(cell, at));
    }
  }

  /** CreateObject: result, expected properties, site. */
  static final class EmptyObject implements OpcodeLowering {
    private static final int SITE = 2;
    private static final Constraints CONSTRAINTS = Constraints.builder().temps(2, 0).exits().becomes(0, Fact.CELL).build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      long site = insn.siteWord(SITE, 0);
      MutGp cell = cx.temp(0);
      if (isKnown(site)) {
        int size = cx.allocate(cell, cx.temp(1), CellKind.OBJECT, shape(site), cellBytes(site), cx.slowPath());
        clear(cx.masm(), cell, Layout.OBJECT_SLOTS, size);
        cx.values().boxCell(cx.masm(), cx.def(0), cell);
      } else {
        cx.masm().jump(cx.slowPath());
      }
    }
  }

  /** CreateObjectLiteral: result, keys, first value, count, site. */
  static final class Literal implements OpcodeLowering {
    private static final int VALUES = 2;
    private static final int COUNT = 3;
    private static final int SITE = 4;

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      Constraints.Builder needs = Constraints.builder().temps(3, 0).exits().becomes(0, Fact.CELL);
      return (insn.operand(COUNT) == 0 ? needs : needs.use(VALUES, UsePolicy.IN_SLOT)).build();
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      long site = insn.siteWord(SITE, 0);
      int count = insn.operand(COUNT);
      if (!isKnown(site) || inlineCapacity(site) < count) {
        masm.jump(cx.slowPath());
        return;
      }
      MutGp cell = cx.temp(0);
      MutGp value = cx.temp(1);
      int size = cx.allocate(cell, value, CellKind.OBJECT, shape(site), cellBytes(site), cx.slowPath());
      clear(masm, cell, Layout.OBJECT_SLOTS, Layout.OBJECT_INLINE);
      for (int i = 0; i < count; i++) {
        masm.load(Width.BITS64, value, cx.slot(insn.operand(VALUES) + i));
        cx.storeToCell(value, Mem.at(cell, Layout.OBJECT_INLINE + WORD * i));
      }
      clear(masm, cell, Layout.OBJECT_INLINE + WORD * count, size);
      cx.values().boxCell(masm, cx.def(0), cell);
    }
  }
}
