package dev.joist.compiler.tier;

import dev.joist.compiler.emit.Strategies;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.FunctionCode;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.abi.Crossing;
import dev.joist.spi.abi.CrossingSetup;
import dev.joist.spi.abi.Request;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.UpcallHandler;

/** The host of an engine's machine code, with the stubs that all code shares. */
final class Machine implements AutoCloseable {
  private final MachineHost host;
  private final Crossing crossing;
  private final long construct;
  private final long constructBase;
  private final long constructDerived;

  private Machine(MachineHost host, Crossing crossing, long construct, long constructBase, long constructDerived) {
    this.host = host;
    this.crossing = crossing;
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
    Stubs stubs = new Stubs(strategies);
    SharedStubs.Emitted shared = SharedStubs.emit(strategies);
    long sharedAddress = host.install(shared.image());
    shared.offsets().forEach((stub, offset) -> Memory.putLong(vm.context() + stub.contextOffset(), sharedAddress
        + offset));
    NativeStubs.Emitted natives = NativeStubs.emit(strategies);
    long nativesAddress = host.install(natives.image());
    natives.offsets().forEach((code, offset) -> vm.functions().setNativeEntry(code, nativesAddress + offset));
    Crossing crossing = strategies.abi().open(new Setup(vm, strategies.backend(), host, upcalls,
        options.stackBytes()));
    long call = host.install(stubs.request(Request.INTERPRET));
    long construct = host.install(stubs.request(Request.CONSTRUCT));
    vm.functions().setEntries(call, construct);
    return new Machine(host, crossing, construct, host.install(stubs.constructBase()),
        host.install(stubs.constructDerived()));
  }

  private record Setup(Vm vm, CodegenBackend backend, MachineHost host, UpcallHandler requests, long stackBytes)
      implements CrossingSetup {
    @Override
    public long context() {
      return vm.context();
    }

    @Override
    public long allocation() {
      return vm.heap().cursors();
    }

    @Override
    public long contextWord(int offset) {
      return Memory.getLong(vm.context() + offset);
    }

    @Override
    public void setContextWord(int offset, long value) {
      Memory.putLong(vm.context() + offset, value);
    }
  }

  long install(CodeImage image) throws InstallException {
    return host.install(image);
  }

  /** Takes back what {@link #install} gave; nothing may be in it or return into it. */
  void free(long address) {
    host.free(address);
  }

  /** Where construct calls of a compiled function go. */
  long constructEntry(FunctionCode function) {
    return !function.isConstructor() ? construct : function.isDerivedConstructor() ? constructDerived : constructBase;
  }

  /** Runs compiled code on a frame. */
  long enter(long code, long base, long info, int argc) {
    return crossing.enter(code, base, info, argc);
  }

  /** {@link Crossing#stackSwitches}. */
  long stackSwitches() {
    return crossing.stackSwitches();
  }

  long executedInstructions() {
    return host.executedInstructions();
  }

  @Override
  public void close() {
    host.close();
  }
}
