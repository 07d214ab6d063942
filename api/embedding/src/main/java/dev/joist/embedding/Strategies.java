package dev.joist.embedding;

import java.util.Objects;

/**
 * Names of the interchangeable parts of an engine.
 *
 * @param values value representation; all engines of a JVM share one, that of the first engine
 * @param backend instruction set to compile for; {@link #AUTOMATIC}: that of this machine if its code can run natively, else one that the host runs
 * @param host where machine code runs; {@link #AUTOMATIC}: natively where that has been tried, else simulated
 * @param allocator register allocator
 * @param ic inline cache
 * @param abi how machine code calls Java
 */
public record Strategies(String values, String backend, String host, String allocator, String ic, String abi) {
  /** A backend or host by what the machine can run. */
  public static final String AUTOMATIC = "auto";

  public static final Strategies DEFAULTS = new Strategies("nanbox", AUTOMATIC, AUTOMATIC, "fixed", "polymorphic", "upcall");

  public Strategies {
    Objects.requireNonNull(values);
    Objects.requireNonNull(backend);
    Objects.requireNonNull(host);
    Objects.requireNonNull(allocator);
    Objects.requireNonNull(ic);
    Objects.requireNonNull(abi);
  }

  public Strategies withIc(String value) {
    return new Strategies(values, backend, host, allocator, value, abi);
  }

  public Strategies withBackend(String value) {
    return new Strategies(values, value, host, allocator, ic, abi);
  }

  public Strategies withHost(String value) {
    return new Strategies(values, backend, value, allocator, ic, abi);
  }
}
