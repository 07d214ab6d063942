package dev.joist.conformance.kit.backend;

import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.UpcallHandler;

/** A backend, and a host that runs its code here. */
public record Target(CodegenBackend backend, MachineHostProvider hosts) {
  private static final long STACK_BYTES = 4 << 20;

  /** @throws IllegalArgumentException when the host does not run the backend's code on this machine */
  public Target {
    if (!hosts.runs(backend.isa())) {
      throw new IllegalArgumentException("host '" + hosts.name() + "' does not run " + backend.isa().name() + " code on this machine");
    }
  }

  MachineHost open(UpcallHandler upcalls) throws InstallException {
    return hosts.open(backend.isa(), upcalls, new HostOptions(STACK_BYTES, null, 0));
  }

  @Override
  public String toString() {
    return backend.name() + " on " + hosts.name();
  }
}
