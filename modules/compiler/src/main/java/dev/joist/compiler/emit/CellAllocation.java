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

/** New cells: bumping through the current free run, and the next one behind it. */
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
    Label room = masm.newLabel();
    int cursor = SizeClasses.of(bytes) * Layout.CURSOR_PAIR_BYTES;
    masm.loadPair(dst, temp, new Mem.Displaced(allocation, cursor + Layout.CURSOR_NEXT));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, dst, temp, room);
    emitNextRun(masm, allocation, cursor, dst, temp, noRoom);
    masm.bind(room);
    return emitBump(masm, allocation, dst, temp, kind, shapeId, bytes);
  }

  /** As {@link #emit}, with {@link #emitNextRun} elsewhere. */
  static int emit(MacroAssembler masm, Gp allocation, MutGp dst, MutGp temp, int kind, int shapeId, int bytes, Label noRoom, OutOfLine outOfLine) {
    Label room = masm.newLabel();
    int cursor = SizeClasses.of(bytes) * Layout.CURSOR_PAIR_BYTES;
    masm.loadPair(dst, temp, new Mem.Displaced(allocation, cursor + Layout.CURSOR_NEXT));
    masm.branch(Width.BITS64, Cond.EQUAL, dst, temp, outOfLine.add(() -> {
      emitNextRun(masm, allocation, cursor, dst, temp, noRoom);
      masm.jump(room);
    }));
    masm.bind(room);
    return emitBump(masm, allocation, dst, temp, kind, shapeId, bytes);
  }

  /**
   * run = the address of the next free run, which becomes the current one.
   *
   * @param cursor the offset of the size class's pair from {@code cursors}
   */
  public static void emitNextRun(MacroAssembler masm, Gp cursors, int cursor, MutGp run, MutGp temp, Label noRoom) {
    masm.load(Width.BITS64, run, Mem.at(cursors, cursor + Layout.CURSOR_MORE));
    masm.branchImm(Width.BITS64, Cond.EQUAL, run, 0, noRoom);
    masm.load(Width.BITS64, temp, Mem.at(run, Layout.RUN_NEXT));
    masm.store(Width.BITS64, temp, Mem.at(cursors, cursor + Layout.CURSOR_MORE));
    masm.load(Width.BITS32, temp, Mem.at(run, Layout.RUN_BYTES));
    masm.add(Width.BITS64, temp, temp, run);
    masm.store(Width.BITS64, temp, Mem.at(cursors, cursor + Layout.CURSOR_END));
  }

  private static int emitBump(MacroAssembler masm, Gp allocation, MutGp dst, MutGp temp, int kind, int shapeId, int bytes) {
    int sizeClass = SizeClasses.of(bytes);
    int size = SizeClasses.bytes(sizeClass);
    int cursor = sizeClass * Layout.CURSOR_PAIR_BYTES;
    masm.addImm(Width.BITS64, temp, dst, size);
    masm.store(Width.BITS64, temp, Mem.at(allocation, cursor + Layout.CURSOR_NEXT));
    masm.storeImm(Width.BITS64, Integer.toUnsignedLong(shapeId) | (long) kind << 8 * Layout.CELL_KIND, Mem.at(dst, Layout.CELL_SHAPE));
    return size;
  }
}
