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
import java.util.List;

/** What a function does first: room on the VM stack (and interrupts), missing arguments. */
final class Prologue {
  private static final int SLOT_SHIFT = 3;
  private static final int SLOT_BYTES = 1 << SLOT_SHIFT;
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

  void emit() {
    RegisterFile registers = environment.strategies().backend().registers();
    CallRegisters roles = registers.calls();
    MutGp argc = roles.argumentCount();
    List<MutGp> temps = registers.tempGp().stream().filter(r -> !r.equals(argc)
        && !r.equals(roles.result())).limit(2).toList();
    MutGp top = temps.getFirst();
    MutGp limit = temps.getLast();
    masm.bindIndirect(masm.newLabel());
    masm.enterFrame(spillBytes);
    masm.addImm(Width.BITS64, top, roles.base(), (long) SLOT_BYTES * template.registerCount());
    masm.load(Width.BITS64, limit, Mem.at(roles.context(), Layout.CONTEXT_STACK_LIMIT));
    Label checked = masm.newLabel();
    Label check = outOfLine.add(() -> {
      environment.strategies().abi().emitRequest(masm, registers, Request.ENTRY_CHECK, argc);
      masm.branchImm(Width.BITS64, Cond.LESS, roles.result(), 0, exits.exception(NO_HANDLER));
      masm.load(Width.BITS64, argc, Mem.at(roles.base(), Layout.FRAME_LINK));
      masm.shiftRightUnsignedImm(Width.BITS64, argc, argc, Layout.LINK_ARGC_SHIFT);
      masm.andImm(Width.BITS64, argc, argc, (1L << Layout.LINK_ARGC_BITS) - 1);
      masm.jump(checked);
    });
    masm.branch(Width.BITS64, Cond.ABOVE, top, limit, check);
    masm.bind(checked);
    if (template.parameterCount() > 0) {
      Label complete = masm.newLabel();
      masm.branchImm(Width.BITS32, Cond.BELOW, argc, template.parameterCount(),
          outOfLine.add(() -> fillMissing(argc, top, complete)));
      masm.bind(complete);
    }
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
