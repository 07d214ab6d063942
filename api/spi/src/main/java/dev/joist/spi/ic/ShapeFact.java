package dev.joist.spi.ic;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.value.ValueEmitter;

/** A cell has this shape. */
public record ShapeFact(int shape) implements Fact {
  @Override
  public boolean lasts() {
    return false;
  }

  @Override
  public void emitCheck(MacroAssembler masm, ValueEmitter values, Gp value, MutGp temp, Label otherwise) {
    masm.branchMemImm(Width.BITS32, Cond.NOT_EQUAL, Mem.at(value, Layout.CELL_SHAPE + values.cellBias()), shape,
        otherwise);
  }
}
