package dev.joist.spi.ic;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Layout;

/**
 * Walks prototype chains in machine code, as far as the context's table of prototypes knows them.
 *
 * @param context the register with the context's address
 * @param shape a temp that may be lost
 * @param entry likewise
 */
public record PrototypeChain(MacroAssembler masm, Gp context, MutGp shape, MutGp entry) {
  private static final int ENTRY_SHIFT = 4;

  /**
   * Goes from an object to its prototype.
   *
   * @param cell an object's address; afterwards its prototype's, 0 for null
   * @param unknown where to go, with the address lost, when the table does not know
   */
  public void next(MutGp cell, Label unknown) {
    masm.load(Width.BITS16, shape, Mem.at(cell, Layout.CELL_FLAGS));
    masm.branchIfAnyBits(Width.BITS32, shape, Layout.OBJECT_FLAG_EXOTIC, unknown);
    masm.load(Width.BITS32, shape, Mem.at(cell, Layout.CELL_SHAPE));
    masm.andImm(Width.BITS32, entry, shape, Layout.PROTOTYPE_ENTRIES - 1);
    masm.shiftLeftImm(Width.BITS32, entry, entry, ENTRY_SHIFT);
    masm.load(Width.BITS64, cell, Mem.at(context, Layout.CONTEXT_PROTOTYPES));
    masm.add(Width.BITS64, entry, entry, cell);
    masm.load(Width.BITS32, cell, Mem.at(entry, 0));
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, cell, shape, unknown);
    masm.load(Width.BITS64, cell, Mem.at(entry, Layout.PROTOTYPE_ADDRESS));
  }
}
