package dev.joist.abi.stackswitch;

import dev.joist.masm.CallRegisters;
import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.abi.Crossing;
import dev.joist.spi.abi.CrossingSetup;
import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.layout.Layout;

/**
 * Machine code runs on a stack of its own. To ask Java it calls a stub that saves its state there and returns to Java
 * with the request; Java's answer is given when the state is resumed. Machine code calls nothing in Java.
 */
public final class SwitchAbi implements SlowPathAbi {
  @Override
  public String name() {
    return "switch";
  }

  @Override
  public Crossing open(CrossingSetup setup) throws InstallException {
    return SwitchCrossing.open(setup);
  }

  @Override
  public void emitRequest(MacroAssembler masm, RegisterFile registers, int request, long argument) {
    masm.moveImm(registers.calls().hostArgument().get(1), argument);
    leave(masm, registers, request);
  }

  @Override
  public void emitRequest(MacroAssembler masm, RegisterFile registers, int request, Gp argument) {
    MutGp expected = registers.calls().hostArgument().get(1);
    if (!expected.equals(argument)) {
      masm.move(expected, argument);
    }
    leave(masm, registers, request);
  }

  private static void leave(MacroAssembler masm, RegisterFile registers, int request) {
    CallRegisters roles = registers.calls();
    MutGp stub = SwitchStubs.free(registers).getFirst();
    masm.store(Width.BITS64, roles.base(), Mem.at(roles.context(), Layout.CONTEXT_BASE));
    masm.moveImm(roles.hostArgument().get(0), request);
    masm.load(Width.BITS64, stub, Mem.at(roles.context(), Layout.CONTEXT_DISPATCH));
    masm.callHost(stub);
    if (!roles.result().equals(roles.hostResult())) {
      masm.move(roles.result(), roles.hostResult());
    }
  }
}
