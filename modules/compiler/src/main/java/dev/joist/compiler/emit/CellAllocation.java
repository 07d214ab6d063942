package dev.joist.compiler.emit;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.heap.SizeClasses;
import dev.joist.spi.layout.Layout;

/** New cells: bumping through the current free run. */
public final class CellAllocation {
  private CellAllocation() {}

  /**
   * dst = the address of a new cell with its header written.
   *
   * @param bytes of the cell, at most {@link SizeClasses#LARGEST}
   * @param allocation the register with the allocation cursors
   * @return the cell's size
   */
  public static int emit(MacroAssembler masm, Gp allocation, MutGp dst, MutGp temp, int kind, int shapeId, int bytes, Label noRoom) {
    int sizeClass = SizeClasses.of(bytes);
    int size = SizeClasses.bytes(sizeClass);
    int cursor = sizeClass * Layout.CURSOR_PAIR_BYTES;
    masm.loadPair(dst, temp, new Mem.Displaced(allocation, cursor + Layout.CURSOR_NEXT));
    masm.branch(Width.BITS64, Cond.EQUAL, dst, temp, noRoom);
    masm.addImm(Width.BITS64, temp, dst, size);
    masm.store(Width.BITS64, temp, Mem.at(allocation, cursor + Layout.CURSOR_NEXT));
    masm.storeImm(Width.BITS64, Integer.toUnsignedLong(shapeId) | (long) kind << 8 * Layout.CELL_KIND, Mem.at(dst, Layout.CELL_SHAPE));
    return size;
  }
}
