package dev.joist.compiler.tier;

import dev.joist.compiler.emit.Strategies;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.FunctionCode;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.abi.Request;
import dev.joist.spi.codegen.CodeImage;
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
  private final long construct;
  private final long constructBase;
  private final long constructDerived;

  private Machine(MachineHost host, long entry, long construct, long constructBase, long constructDerived) {
    this.host = host;
    this.entry = entry;
    this.construct = construct;
    this.constructBase = constructBase;
    this.constructDerived = constructDerived;
  }

  /** Opens the host and makes every function callable from machine code. */
  static Machine open(Vm vm, Strategies strategies, MachineHostProvider provider, HostOptions options,
      MachineMemory memory,
      UpcallHandler upcalls) throws InstallException {
    MachineHost host = provider.open(strategies.backend().isa(), upcalls, options);
    memory.attach(host);
    Memory.putLong(vm.context() + Layout.CONTEXT_DISPATCH, host.upcallAddress());
    Stubs stubs = new Stubs(strategies);
    SharedStubs.Emitted shared = SharedStubs.emit(strategies);
    long sharedAddress = host.install(shared.image());
    shared.offsets().forEach((stub, offset) -> Memory.putLong(vm.context() + stub.contextOffset(), sharedAddress
        + offset));
    long entry = host.install(stubs.entry(vm.context(), vm.heap().cursors()));
    long call = host.install(stubs.request(Request.INTERPRET));
    long construct = host.install(stubs.request(Request.CONSTRUCT));
    vm.functions().setEntries(call, construct);
    return new Machine(host, entry, construct, host.install(stubs.constructBase()),
        host.install(stubs.constructDerived()));
  }

  long install(CodeImage image) throws InstallException {
    return host.install(image);
  }

  /** Where construct calls of a compiled function go. */
  long constructEntry(FunctionCode function) {
    return !function.isConstructor() ? construct : function.isDerivedConstructor() ? constructDerived : constructBase;
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
