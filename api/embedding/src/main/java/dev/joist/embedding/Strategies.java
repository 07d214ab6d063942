package dev.joist.embedding;

import java.util.Objects;

/**
 * Names of the interchangeable parts of an engine.
 *
 * @param values value representation; all engines of a JVM share one, that of the first engine
 * @param backend instruction set to compile for
 * @param host where machine code runs; {@link #AUTOMATIC}: natively if this machine has the backend's instruction set, else simulated
 * @param allocator register allocator
 * @param ic inline cache
 * @param abi how machine code calls Java
 */
public record Strategies(String values, String backend, String host, String allocator, String ic, String abi) {
  /** A host by what the machine can run. */
  public static final String AUTOMATIC = "auto";

  public static final Strategies DEFAULTS = new Strategies("nanbox", "aarch64", AUTOMATIC, "fixed", "monomorphic", "upcall");

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

  public Strategies withHost(String value) {
    return new Strategies(values, backend, value, allocator, ic, abi);
  }
}
