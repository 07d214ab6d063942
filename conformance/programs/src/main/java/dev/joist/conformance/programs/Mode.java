package dev.joist.conformance.programs;

import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.Stress;
import java.util.EnumSet;

/** Ways to run a program that must all print the same. */
public enum Mode {
  INTERPRETER(EngineOptions.DEFAULTS.withJit(JitMode.OFF)),
  THRESHOLD_1(EngineOptions.DEFAULTS.withJitThreshold(1)),
  THRESHOLD_100(EngineOptions.DEFAULTS.withJitThreshold(100)),
  EAGER(EngineOptions.DEFAULTS.withJit(JitMode.EAGER)),
  /** Garbage is collected at every safepoint, and freed cells are overwritten. */
  COLLECTING(EngineOptions.DEFAULTS.withJitThreshold(10).withStress(EnumSet.of(Stress.COLLECT, Stress.POISON))),
  /** Every guard of compiled code fails the first time it is reached. */
  DEOPTIMIZING(EngineOptions.DEFAULTS.withJitThreshold(10).withStress(EnumSet.of(Stress.DEOPTIMIZE))
      .withStrategies(EngineOptions.DEFAULTS.strategies().withIc("speculative")));

  private final EngineOptions options;

  Mode(EngineOptions options) {
    this.options = options;
  }

  public EngineOptions options() {
    return options;
  }
}
