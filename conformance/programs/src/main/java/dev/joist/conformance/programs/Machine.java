package dev.joist.conformance.programs;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;

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
    try (Engine engine = Engine.create()) {
      String host = engine.statistics().strategies().host();
      return host.equals(set(EngineOptions.DEFAULTS).strategies().host());
    }
  }
}
