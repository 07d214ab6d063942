package dev.joist.backend.aarch64;

import dev.joist.conformance.kit.backend.BackendKit;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;

/** The kit, in the simulator. */
class Aarch64KitTest extends BackendKit {
  @Override
  protected CodegenBackend backend() {
    return new Aarch64Backend();
  }

  @Override
  protected MachineHostProvider host() {
    return hostNamed("simulator");
  }
}
