package dev.joist.compiler.emit;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.masm.CallRegisters;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.abi.Request;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** What a function does first: room on the VM stack (and interrupts), except in leaves; missing arguments. */
final class Prologue {
  private static final int SLOT_SHIFT = 3;
  private static final int NO_HANDLER = -1;

  private final MacroAssembler masm;
  private final Environment environment;
  private final Exits exits;
  private final OutOfLine outOfLine;
  private final TransferEmitter transfers;
  private final FunctionTemplate template;
  private final int spillBytes;

  Prologue(MacroAssembler masm, Environment environment, Exits exits, OutOfLine outOfLine, TransferEmitter transfers,
      FunctionTemplate template, int spillBytes) {
    this.masm = masm;
    this.environment = environment;
    this.exits = exits;
    this.outOfLine = outOfLine;
    this.transfers = transfers;
    this.template = template;
    this.spillBytes = spillBytes;
  }

  /**
   * Emits it, from the entry where the argument count is looked at.
   *
   * @return the entry for calls that give all arguments
   */
  Label emit() {
    RegisterFile registers = environment.strategies().backend().registers();
    MutGp argc = registers.calls().argumentCount();
    int parameters = template.parameterCount();
    Label body = masm.newLabel();
    Label complete = masm.newLabel();
    if (parameters > 0) {
      masm.bindIndirect(masm.newLabel());
      masm.branchImm(Width.BITS32, Cond.BELOW, argc, parameters, outOfLine.add(() -> incomplete(argc, body)));
    }
    masm.bindIndirect(complete);
    masm.enterFrame(spillBytes);
    if (!environment.leaf()) {
      checkStack(argc, () -> masm.jump(body));
    }
    masm.bind(body);
    return complete;
  }

  /** Asks Java when the frame's base is above the limit; {@code answered} goes on from there. */
  private void checkStack(MutGp argc, Runnable answered) {
    RegisterFile registers = environment.strategies().backend().registers();
    CallRegisters roles = registers.calls();
    MutGp limit = temp(argc);
    Label check = outOfLine.add(() -> {
      environment.strategies().abi().emitRequest(masm, registers, Request.ENTRY_CHECK, argc);
      masm.branchImm(Width.BITS64, Cond.LESS, roles.result(), 0, exits.exception(NO_HANDLER));
      answered.run();
    });
    masm.load(Width.BITS64, limit, Mem.at(roles.context(), Layout.CONTEXT_STACK_LIMIT));
    masm.branch(Width.BITS64, Cond.ABOVE, roles.base(), limit, check);
  }

  /** Arguments are missing. They are filled in when there is room for the frame. */
  private void incomplete(MutGp argc, Label body) {
    Label fill = masm.newLabel();
    masm.enterFrame(spillBytes);
    if (!environment.leaf()) {
      checkStack(argc, () -> {
        masm.load(Width.BITS64, argc, Mem.at(environment.roles().base(), Layout.FRAME_LINK));
        masm.shiftRightUnsignedImm(Width.BITS64, argc, argc, Layout.LINK_ARGC_SHIFT);
        masm.andImm(Width.BITS64, argc, argc, (1L << Layout.LINK_ARGC_BITS) - 1);
        masm.jump(fill);
      });
    }
    masm.bind(fill);
    fillMissing(argc, temp(argc), body);
  }

  private MutGp temp(MutGp argc) {
    RegisterFile registers = environment.strategies().backend().registers();
    return registers.tempGp().stream().filter(r -> !r.equals(argc) && !r.equals(registers.calls().result())).findFirst()
        .orElseThrow();
  }

  private void fillMissing(MutGp argc, MutGp undefined, Label complete) {
    Label next = masm.newLabel();
    masm.moveImm(undefined, Values.UNDEFINED);
    masm.bind(next);
    masm.addImm(Width.BITS64, argc, argc, 1);
    masm.store(Width.BITS64, undefined, Mem.indexed(transfers.slot(0).base(), argc, SLOT_SHIFT, 0));
    masm.branchImm(Width.BITS64, Cond.BELOW, argc, template.parameterCount(), next);
    masm.jump(complete);
  }
}
