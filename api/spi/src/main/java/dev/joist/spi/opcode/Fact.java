package dev.joist.spi.opcode;

import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.spi.value.ValueEmitter;

/**
 * Something that a Value can be checked to be: a cell, an object of some shape. The compiler knows no more of it than
 * stands here. Facts that say the same are equal.
 */
public interface Fact {
  /** Whether it stays true of a Value for good; else code that may run anything, and all that reshapes objects, ends it. */
  boolean lasts();

  /**
   * Branches unless it is true.
   *
   * @param value of which the facts that are declared before this one are true
   * @param temp lost; differs from value
   */
  void emitCheck(MacroAssembler masm, ValueEmitter values, Gp value, MutGp temp, Label otherwise);

  /** The Value is the address of a heap cell. */
  Fact CELL = new Fact() {
    @Override
    public boolean lasts() {
      return true;
    }

    @Override
    public void emitCheck(MacroAssembler masm, ValueEmitter values, Gp value, MutGp temp, Label otherwise) {
      values.branchIfNotCell(masm, value, otherwise);
    }

    @Override
    public String toString() {
      return "CELL";
    }
  };
}
