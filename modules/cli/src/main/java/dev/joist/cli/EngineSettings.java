package dev.joist.cli;

import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.Strategies;
import dev.joist.embedding.Stress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that say how an engine works. */
public final class EngineSettings {
  @Option(names = "--values", paramLabel = "NAME", description = "value representation (default: ${DEFAULT-VALUE})", defaultValue = "nanbox")
  private String values;

  @Option(names = "--backend", paramLabel = "NAME", description = "instruction set to compile for (default: ${DEFAULT-VALUE})",
      defaultValue = "aarch64")
  private String backend;

  @Option(names = "--host", paramLabel = "NAME",
      description = "where machine code runs: simulator, native, auto (default: ${DEFAULT-VALUE})", defaultValue = Strategies.AUTOMATIC)
  private String host;

  @Option(names = "--allocator", paramLabel = "NAME", description = "register allocator (default: ${DEFAULT-VALUE})", defaultValue = "fixed")
  private String allocator;

  @Option(names = "--ic", paramLabel = "NAME", description = "inline cache (default: ${DEFAULT-VALUE})", defaultValue = "monomorphic")
  private String ic;

  @Option(names = "--abi", paramLabel = "NAME", description = "how machine code calls Java (default: ${DEFAULT-VALUE})", defaultValue = "upcall")
  private String abi;

  @Option(names = "--jit", paramLabel = "WHEN", description = "when functions are compiled: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
      defaultValue = "LAZY")
  private JitMode jit;

  @Option(names = "--jit-threshold", paramLabel = "CALLS", description = "calls until a function is compiled (default: ${DEFAULT-VALUE})",
      defaultValue = "100")
  private int jitThreshold;

  @Option(names = "--heap-limit", paramLabel = "SIZE", converter = ByteSize.class,
      description = "most memory for JavaScript objects, like 64m or 2g (default: a quarter of the machine's)", defaultValue = "0")
  private long heapLimit;

  @Option(names = "--timeout", paramLabel = "TIME", converter = TimeSpan.class,
      description = "end the program after this time, like 500ms, 10s or 2m (default: never)", defaultValue = "0")
  private Duration timeout;

  @Option(names = "--stress", paramLabel = "WHAT", split = ",",
      description = "make rare things common, for tests: ${COMPLETION-CANDIDATES}")
  private Set<Stress> stress = EnumSet.noneOf(Stress.class);

  /** The options, checked. */
  public EngineOptions toOptions() {
    return EngineOptions.DEFAULTS
        .withStrategies(new Strategies(values, backend, host, allocator, ic, abi))
        .withJit(jit)
        .withJitThreshold(jitThreshold)
        .withHeapLimit(heapLimit)
        .withTimeout(timeout)
        .withStress(stress);
  }
}
