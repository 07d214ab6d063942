package dev.joist.compiler.emit;

import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.abi.Request;
import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.DeoptReason;
import dev.joist.spi.regalloc.ExitMap;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Transfer;
import java.util.HashMap;
import java.util.Map;

/** The ways out of compiled code: requests to Java, exceptions, returns. */
final class Exits {
  private final MacroAssembler masm;
  private final RegisterFile registers;
  private final SlowPathAbi abi;
  private final TransferEmitter transfers;
  private final OutOfLine outOfLine;
  private final BlockLabels blocks;
  private final int spillBytes;
  private final Map<Integer, Label> unusual = new HashMap<>();
  private final Map<Integer, Label> routines = new HashMap<>();
  private Label returnException;
  private Label resume;

  Exits(MacroAssembler masm, RegisterFile registers, SlowPathAbi abi, TransferEmitter transfers, OutOfLine outOfLine,
      BlockLabels blocks,
      int spillBytes) {
    this.masm = masm;
    this.registers = registers;
    this.abi = abi;
    this.transfers = transfers;
    this.outOfLine = outOfLine;
    this.blocks = blocks;
    this.spillBytes = spillBytes;
  }

  /**
   * Writes back, asks, and goes on with the answer, a bytecode offset, in the result register; an exception goes to the
   * handler's block, or out of the function when that is -1.
   */
  void emitRequest(int request, int offset, ExitMap exit, int handler) {
    writeBack(exit);
    masm.moveImm(argument(), offset);
    masm.callLabel(routine(request));
    masm.branchImm(Width.BITS64, Cond.LESS, registers.calls().result(), 0, unusual(handler));
    reload(exit);
  }

  /** Writes back, and leaves with what Java's answer says; an exception goes to the handler's block, or out of the function when that is -1. */
  void emitSuspension(int offset, ExitMap exit, int handler) {
    writeBack(exit);
    masm.moveImm(argument(), offset);
    masm.callLabel(routine(Request.SUSPEND));
    masm.jump(unusual(handler));
  }

  /** The answer is in the result register and means something else than "go on". */
  private Label unusual(int handler) {
    return unusual.computeIfAbsent(handler, h -> outOfLine.add(() -> {
      masm.branchImm(Width.BITS64, Cond.EQUAL, registers.calls().result(), Request.THROWN, exception(h));
      masm.load(Width.BITS64, registers.calls().result(), Mem.at(registers.calls().context(), Layout.CONTEXT_RESULT));
      masm.leaveFrameAndReturn(spillBytes);
    }));
  }

  /** An exception is pending and everything live in the handler is in its slot. */
  Label exception(int handler) {
    if (handler >= 0) {
      return blocks.entry(handler);
    }
    if (returnException == null) {
      returnException = outOfLine.add(() -> {
        masm.moveImm(registers.calls().result(), Layout.EXCEPTION);
        masm.leaveFrameAndReturn(spillBytes);
      });
    }
    return returnException;
  }

  void emitReturn() {
    masm.leaveFrameAndReturn(spillBytes);
  }

  /**
   * @param offset of the instruction to go on with
   * @param guard offset of the instruction whose guard fails
   */
  void emitDeoptimization(DeoptReason reason, int offset, int guard, ExitMap exit) {
    writeBack(exit);
    masm.moveImm(argument(), Request.resumption(offset, guard, reason.ordinal()));
    if (resume == null) {
      resume = outOfLine.add(() -> {
        abi.emitRequest(masm, registers, Request.RESUME, argument());
        masm.leaveFrameAndReturn(spillBytes);
      });
    }
    masm.jump(resume);
  }

  private MutGp argument() {
    return registers.calls().hostArgument().get(1);
  }

  /** What all requests of a kind share: called with the argument in its register. */
  private Label routine(int request) {
    return routines.computeIfAbsent(request, kind -> outOfLine.add(() -> {
      masm.enterFrame(0);
      abi.emitRequest(masm, registers, kind, argument());
      masm.leaveFrameAndReturn(0);
    }));
  }

  private void writeBack(ExitMap exit) {
    for (ExitMap.Entry entry : exit.entries()) {
      transfers.emit(new Transfer(entry.register(), entry.location(), Location.Slot.INSTANCE));
    }
  }

  /** Brings back what a call of a C function clobbers. */
  private void reload(ExitMap exit) {
    for (ExitMap.Entry entry : exit.entries()) {
      boolean clobbered = switch (entry.location()) {
        case Location.InGp at -> !registers.savedGp().contains(at.register());
        case Location.InFp at -> !registers.savedFp().contains(at.register());
        default -> false;
      };
      if (clobbered) {
        transfers.emit(new Transfer(entry.register(), Location.Slot.INSTANCE, entry.location()));
      }
    }
  }
}
