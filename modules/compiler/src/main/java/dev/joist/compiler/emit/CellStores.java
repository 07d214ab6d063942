package dev.joist.compiler.emit;

import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.Width;

/** Stores of Values into heap cells: the one place where a collector's write barrier would go. */
public final class CellStores {
  private CellStores() {}

  public static void emit(MacroAssembler masm, Gp value, Mem field) {
    masm.store(Width.BITS64, value, field);
  }
}
