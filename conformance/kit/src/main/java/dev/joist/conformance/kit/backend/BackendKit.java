package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Kit;
import dev.joist.conformance.kit.KitTest;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import java.util.ServiceLoader;

/**
 * Extend this in the tests of a backend. Code under test runs for real: on a host without a simulator a backend with a serious fault can end
 * the JVM, and the last rule that was begun tells where.
 */
public abstract class BackendKit extends KitTest {
  protected BackendKit() {}

  /** The backend under test. */
  protected abstract CodegenBackend backend();

  /** Runs its code on this machine. */
  protected abstract MachineHostProvider host();

  /**
   * A host on the module path or class path.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  protected static MachineHostProvider hostNamed(String name) {
    return ServiceLoader.load(MachineHostProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(host -> host.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no host '" + name + "'"));
  }

  @Override
  protected final Kit open() {
    return new BackendRules(backend(), host());
  }
}
