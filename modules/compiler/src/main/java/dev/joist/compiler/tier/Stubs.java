package dev.joist.compiler.tier;

import dev.joist.compiler.emit.CellAllocation;
import dev.joist.compiler.emit.Strategies;
import dev.joist.masm.CallRegisters;
import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.abi.Request;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.List;

/** Code that an engine's functions share, generated once. */
final class Stubs {
  private static final int WORD = 8;

  private final Strategies strategies;
  private final RegisterFile registers;
  private final CallRegisters roles;
  private final List<MutGp> temps;

  Stubs(Strategies strategies) {
    this.strategies = strategies;
    registers = strategies.backend().registers();
    roles = registers.calls();
    // The argument count must survive what stands between a call and its callee.
    temps = registers.tempGp().stream().filter(r -> !r.equals(roles.argumentCount())).toList();
  }

  /**
   * What stands for the code of functions that have none: called as compiled code is, it asks Java to run the frame.
   */
  CodeImage request(int request) {
    CodeBuilder builder = strategies.backend().begin();
    MacroAssembler masm = builder.masm();
    masm.bindIndirect(masm.newLabel());
    masm.enterFrame(0);
    strategies.abi().emitRequest(masm, registers, request, roles.argumentCount());
    masm.leaveFrameAndReturn(0);
    return builder.build();
  }

  /** Construct calls of compiled derived constructors: the superclass makes `this`. */
  CodeImage constructDerived() {
    CodeBuilder builder = strategies.backend().begin();
    MacroAssembler masm = builder.masm();
    masm.bindIndirect(masm.newLabel());
    masm.storeImm(Width.BITS64, Values.HOLE, Mem.at(roles.base(), 0));
    jumpToCode(masm);
    return builder.build();
  }

  private void jumpToCode(MacroAssembler masm) {
    masm.load(Width.BITS64, temps.getFirst(), Mem.at(roles.sites(), Layout.INFO_CODE));
    masm.jumpTo(temps.getFirst());
  }

  /**
   * Construct calls of other compiled constructors: makes `this` as new.target's info says, if that is still so.
   */
  CodeImage constructBase() {
    CodeBuilder builder = strategies.backend().begin();
    MacroAssembler masm = builder.masm();
    Label miss = masm.newLabel();
    Label room = masm.newLabel();
    MutGp function = temps.get(0);
    MutGp cell = temps.get(1);
    MutGp end = temps.get(2);
    MutGp cursor = temps.get(3);
    MutGp facts = temps.get(4);
    masm.bindIndirect(masm.newLabel());
    loadFacts(masm, function, facts, cell, miss);
    checkFacts(masm, function, facts, cell, end, miss);
    masm.load(Width.BITS32, cursor, Mem.at(facts, Layout.INFO_THIS_CURSOR));
    masm.add(Width.BITS64, cursor, cursor, roles.allocation());
    masm.loadPair(cell, end, new Mem.Displaced(cursor, Layout.CURSOR_NEXT));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, cell, end, room);
    CellAllocation.emitNextRun(masm, cursor, 0, cell, end, miss);
    masm.bind(room);
    masm.load(Width.BITS32, end, Mem.at(facts, Layout.INFO_THIS_BYTES));
    masm.add(Width.BITS64, end, cell, end);
    masm.store(Width.BITS64, end, Mem.at(cursor, Layout.CURSOR_NEXT));
    masm.load(Width.BITS64, function, Mem.at(facts, Layout.INFO_THIS_HEADER));
    fill(masm, cell, end, function, cursor);
    strategies.values().boxCell(masm, function, cell);
    masm.store(Width.BITS64, function, Mem.at(roles.base(), 0));
    jumpToCode(masm);
    masm.bind(miss);
    emitMiss(masm);
    return builder.build();
  }

  /** function = new.target, facts = the address of its info, which is the callee's most often. */
  private void loadFacts(MacroAssembler masm, MutGp function, MutGp facts, MutGp temp, Label miss) {
    int bias = strategies.values().cellBias();
    Label found = masm.newLabel();
    masm.load(Width.BITS64, function, Mem.at(roles.base(), Layout.FRAME_NEW_TARGET));
    masm.load(Width.BITS64, temp, Mem.at(roles.base(), Layout.FRAME_CALLEE));
    masm.move(facts, roles.sites());
    masm.branch(Width.BITS64, Cond.EQUAL, function, temp, found);
    strategies.values().branchIfNotCell(masm, function, miss);
    masm.load(Width.BITS8, temp, Mem.at(function, Layout.CELL_KIND + bias));
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp, CellKind.FUNCTION, miss);
    masm.load(Width.BITS64, facts, Mem.at(function, Layout.FUNCTION_INFO + bias));
    masm.bind(found);
  }

  private void checkFacts(MacroAssembler masm, Gp function, Gp facts, MutGp a, MutGp b, Label miss) {
    int bias = strategies.values().cellBias();
    masm.load(Width.BITS64, b, Mem.at(facts, Layout.INFO_THIS_TARGET));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, function, b, miss);
    masm.load(Width.BITS32, a, Mem.at(function, Layout.CELL_SHAPE + bias));
    masm.load(Width.BITS32, b, Mem.at(facts, Layout.INFO_THIS_FUNCTION_SHAPE));
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, a, b, miss);
    masm.load(Width.BITS32, a, Mem.at(facts, Layout.INFO_THIS_OFFSET));
    masm.load(Width.BITS64, a, Mem.indexed(function, a, 0, bias));
    masm.load(Width.BITS64, b, Mem.at(facts, Layout.INFO_THIS_PROTOTYPE));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, a, b, miss);
  }

  /** Writes the header, which is lost, and zeros up to the cell's end, two words at a time: cells of objects have four at least, and an even number. */
  private void fill(MacroAssembler masm, Gp cell, Gp end, MutGp header, MutGp at) {
    Label next = masm.newLabel();
    masm.store(Width.BITS64, header, Mem.at(cell, 0));
    masm.moveImm(header, 0);
    masm.store(Width.BITS64, header, Mem.at(cell, WORD));
    masm.addImm(Width.BITS64, at, cell, 2 * WORD);
    masm.bind(next);
    masm.storePair(header, header, new Mem.Displaced(at, 0));
    masm.addImm(Width.BITS64, at, at, 2 * WORD);
    masm.branch(Width.BITS64, Cond.BELOW, at, end, next);
  }

  private void emitMiss(MacroAssembler masm) {
    Label made = masm.newLabel();
    masm.enterFrame(0);
    strategies.abi().emitRequest(masm, registers, Request.CREATE_THIS, roles.argumentCount());
    masm.branchImm(Width.BITS64, Cond.EQUAL, roles.result(), 0, made);
    masm.moveImm(roles.result(), Layout.EXCEPTION);
    masm.leaveFrameAndReturn(0);
    masm.bind(made);
    masm.load(Width.BITS64, roles.argumentCount(), Mem.at(roles.base(), Layout.FRAME_LINK));
    masm.shiftRightUnsignedImm(Width.BITS64, roles.argumentCount(), roles.argumentCount(), Layout.LINK_ARGC_SHIFT);
    masm.andImm(Width.BITS64, roles.argumentCount(), roles.argumentCount(), (1L << Layout.LINK_ARGC_BITS) - 1);
    masm.load(Width.BITS64, temps.getFirst(), Mem.at(roles.sites(), Layout.INFO_CODE));
    masm.leaveFrameAndJump(0, temps.getFirst());
  }
}
