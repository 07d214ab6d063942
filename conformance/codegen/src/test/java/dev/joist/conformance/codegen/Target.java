package dev.joist.conformance.codegen;

import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.UpcallHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** A backend, and a host that runs its code here. */
record Target(CodegenBackend backend, MachineHostProvider hosts) {
  private static final long STACK_BYTES = 4 << 20;

  /** All pairs on this machine; the source of every parameterized test here. */
  static Stream<Target> all() {
    List<Target> targets = new ArrayList<>();
    for (CodegenBackend backend : ServiceLoader.load(CodegenBackend.class)) {
      for (MachineHostProvider provider : ServiceLoader.load(MachineHostProvider.class)) {
        if (provider.runs(backend.isa())) {
          targets.add(new Target(backend, provider));
        }
      }
    }
    if (targets.isEmpty()) {
      throw new IllegalStateException("no backend with a host that runs its code was found; nothing would be tested");
    }
    return targets.stream();
  }

  MachineHost open(UpcallHandler upcalls) throws InstallException {
    return hosts.open(backend.isa(), upcalls, new HostOptions(STACK_BYTES, null, 0));
  }

  @Override
  public String toString() {
    return backend.name() + " on " + hosts.name();
  }
}
