package dev.joist.backend.x86;

import dev.joist.conformance.kit.backend.BackendKit;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The kit, on the processor. */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
@EnabledOnOs(OS.LINUX)
class X86KitTest extends BackendKit {
  @Override
  protected CodegenBackend backend() {
    return new X86Backend();
  }

  @Override
  protected MachineHostProvider host() {
    return hostNamed("native");
  }
}
