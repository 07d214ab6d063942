package dev.joist.conformance.kit.values;

import dev.joist.conformance.kit.Kit;
import dev.joist.conformance.kit.KitTest;
import dev.joist.conformance.kit.backend.Target;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.value.ValueRepresentation;
import java.util.ServiceLoader;

/** Extend this in the tests of a value representation. A backend and a host that runs its code must be found by ServiceLoader there. */
public abstract class ValueRepresentationKit extends KitTest {
  protected ValueRepresentationKit() {}

  /** The representation under test. */
  protected abstract ValueRepresentation representation();

  @Override
  protected final Kit open() {
    for (CodegenBackend backend : ServiceLoader.load(CodegenBackend.class)) {
      for (MachineHostProvider host : ServiceLoader.load(MachineHostProvider.class)) {
        if (host.runs(backend.isa())) {
          return new ValueRepresentationRules(representation(), new Target(backend, host));
        }
      }
    }
    throw new IllegalStateException("the emitted half cannot be tried: no backend on the test's path has a host that runs its code here");
  }
}
