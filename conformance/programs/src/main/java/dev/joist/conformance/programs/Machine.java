package dev.joist.conformance.programs;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.Strategies;

/** Where compiled code of a run is executed. */
public enum Machine {
  /** In Java, on any machine. */
  SIMULATOR,
  /** On the processor of this machine. */
  PROCESSOR;

  /** Options that make an engine compile for this machine. */
  public EngineOptions set(EngineOptions options) {
    String host = this == SIMULATOR ? "simulator" : "native";
    return options.withStrategies(options.strategies().withHost(host));
  }

  /** Whether code runs there unless something else is asked for: on the processor of a system that Joist was tried on. */
  public boolean isDefault() {
    Strategies standard = EngineOptions.DEFAULTS.strategies();
    // All engines of a JVM have one value representation: this one must not be the first, with another one than the tests'.
    Strategies own = new Strategies(System.getProperty("joist.values", standard.values()), standard.backend(), standard.host(), standard.allocator(),
        standard.ic(), standard.abi());
    try (Engine engine = Engine.create(EngineOptions.DEFAULTS.withStrategies(own))) {
      String host = engine.statistics().strategies().host();
      return host.equals(set(EngineOptions.DEFAULTS).strategies().host());
    }
  }
}
