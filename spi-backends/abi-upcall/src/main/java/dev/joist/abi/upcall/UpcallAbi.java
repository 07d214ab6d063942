package dev.joist.abi.upcall;

import dev.joist.masm.CallRegisters;
import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.abi.Crossing;
import dev.joist.spi.abi.CrossingSetup;
import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.layout.Layout;

/** Machine code runs on the stack of the thread that called it, and asks Java by calling the host's upcall stub. */
public final class UpcallAbi implements SlowPathAbi {
  @Override
  public String name() {
    return "upcall";
  }

  @Override
  public Crossing open(CrossingSetup setup) throws InstallException {
    MachineHost host = setup.host();
    setup.setContextWord(Layout.CONTEXT_DISPATCH, host.upcallAddress());
    CodeBuilder builder = setup.backend().begin();
    emitEntry(builder.masm(), setup.backend().registers(), setup.context(), setup.allocation());
    long entry = host.install(builder.build());
    return new Crossing() {
      @Override
      public long enter(long code, long base, long info, long argc) {
        return host.call(entry, code, base, info, argc);
      }

      @Override
      public long stackSwitches() {
        return 0;
      }
    };
  }

  /** (address of the code, base, info, argc) → result. */
  private static void emitEntry(MacroAssembler masm, RegisterFile registers, long context, long allocation) {
    CallRegisters roles = registers.calls();
    MutGp code = free(registers);
    masm.bindIndirect(masm.newLabel());
    masm.enterHostFrame();
    masm.move(code, roles.hostArgument().get(0));
    masm.move(roles.base(), roles.hostArgument().get(1));
    masm.move(roles.sites(), roles.hostArgument().get(2));
    masm.move(roles.argumentCount(), roles.hostArgument().get(3));
    masm.moveImm(roles.context(), context);
    masm.moveImm(roles.allocation(), allocation);
    masm.call(code);
    masm.move(roles.hostResult(), roles.result());
    masm.leaveHostFrameAndReturn();
  }

  @Override
  public void emitRequest(MacroAssembler masm, RegisterFile registers, int request, long argument) {
    masm.moveImm(registers.calls().hostArgument().get(1), argument);
    call(masm, registers, request);
  }

  @Override
  public void emitRequest(MacroAssembler masm, RegisterFile registers, int request, Gp argument) {
    MutGp expected = registers.calls().hostArgument().get(1);
    if (!expected.equals(argument)) {
      masm.move(expected, argument);
    }
    call(masm, registers, request);
  }

  private static void call(MacroAssembler masm, RegisterFile registers, int request) {
    CallRegisters roles = registers.calls();
    MutGp stub = free(registers);
    masm.store(Width.BITS64, roles.base(), Mem.at(roles.context(), Layout.CONTEXT_BASE));
    masm.moveImm(roles.hostArgument().get(0), request);
    masm.load(Width.BITS64, stub, Mem.at(roles.context(), Layout.CONTEXT_DISPATCH));
    masm.callHost(stub);
    if (!roles.result().equals(roles.hostResult())) {
      masm.move(roles.result(), roles.hostResult());
    }
  }

  /** A temp that is no argument of a C function, nor the argument count. */
  private static MutGp free(RegisterFile registers) {
    CallRegisters roles = registers.calls();
    for (MutGp temp : registers.tempGp()) {
      if (!roles.hostArgument().contains(temp) && !temp.equals(roles.argumentCount())) {
        return temp;
      }
    }
    throw new IllegalStateException("the backend has no temp besides the host's argument registers");
  }
}
