package dev.joist.compiler.tier;

import dev.joist.compiler.emit.Strategies;
import dev.joist.masm.MacroAssembler;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.abi.Request;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.UpcallHandler;
import dev.joist.spi.layout.Layout;

/** The host of an engine's machine code, with the stubs that all code shares. */
final class Machine implements AutoCloseable {
  private final MachineHost host;
  private final long entry;

  private Machine(MachineHost host, long entry) {
    this.host = host;
    this.entry = entry;
  }

  /** Opens the host and makes every function callable from machine code. */
  static Machine open(Vm vm, Strategies strategies, MachineHostProvider provider, HostOptions options, MachineMemory memory,
      UpcallHandler upcalls) throws InstallException {
    MachineHost host = provider.open(strategies.backend().isa(), upcalls, options);
    memory.attach(host);
    Memory.putLong(vm.context() + Layout.CONTEXT_DISPATCH, host.upcallAddress());
    CodeBuilder builder = strategies.backend().begin();
    strategies.abi().emitEntry(builder.masm(), strategies.backend().registers(), vm.context(), vm.heap().cursors());
    long entry = host.install(builder.build());
    long call = host.install(requestStub(strategies, Request.INTERPRET));
    long construct = host.install(requestStub(strategies, Request.CONSTRUCT));
    vm.functions().setEntries(call, construct);
    return new Machine(host, entry);
  }

  /** What stands for the code of functions that have none: called as compiled code is, it asks Java to run the frame. */
  private static CodeImage requestStub(Strategies strategies, int request) {
    CodeBuilder builder = strategies.backend().begin();
    MacroAssembler masm = builder.masm();
    RegisterFile registers = strategies.backend().registers();
    masm.bindIndirect(masm.newLabel());
    masm.enterFrame(0);
    strategies.abi().emitRequest(masm, registers, request, registers.calls().argumentCount());
    masm.leaveFrameAndReturn(0);
    return builder.build();
  }

  long install(CodeImage image) throws InstallException {
    return host.install(image);
  }

  /** Runs compiled code on a frame. */
  long enter(long code, long base, long info, int argc) {
    return host.call(entry, code, base, info, argc);
  }

  long executedInstructions() {
    return host.executedInstructions();
  }

  @Override
  public void close() {
    host.close();
  }
}
