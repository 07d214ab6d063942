package dev.joist.plugin.property.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.value.ValueEmitter;
import java.util.List;

/** What arrays are checked for. */
enum ArrayFact implements Fact {
  /** The cell is an array. */
  ARRAY {
    @Override
    public boolean lasts() {
      return true;
    }

    @Override
    public void emitCheck(MacroAssembler masm, ValueEmitter values, Gp value, MutGp temp, Label otherwise) {
      masm.load(Width.BITS8, temp, Mem.at(value, Layout.CELL_KIND + values.cellBias()));
      masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp, CellKind.ARRAY, otherwise);
    }
  },
  /** The array has dense elements. */
  DENSE {
    @Override
    public boolean lasts() {
      return false;
    }

    @Override
    public void emitCheck(MacroAssembler masm, ValueEmitter values, Gp value, MutGp temp, Label otherwise) {
      masm.load(Width.BITS64, temp, Mem.at(value, Layout.OBJECT_ELEMENTS + values.cellBias()));
      masm.branchImm(Width.BITS64, Cond.EQUAL, temp, 0, otherwise);
    }
  };

  /** All that is asked of an array whose elements are read or written in line. */
  static final List<Fact> GUARDS = List.of(Fact.CELL, ARRAY, DENSE);
}
