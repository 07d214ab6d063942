package dev.joist.compiler;

import dev.joist.compiler.emit.FunctionEmitter.Emitted;
import dev.joist.spi.regalloc.Allocation;
import java.util.List;

/** What came of compiling a function. */
public sealed interface Compilation {
  /** @param statistics of the register allocator */
  record Compiled(Emitted code, List<Allocation.Statistic> statistics) implements Compilation {}

  /**
   * The function stays interpreted.
   *
   * @param fault whether a plugin is to blame, so that somebody should be told
   */
  record Declined(String reason, boolean fault) implements Compilation {
    public Declined(String reason) {
      this(reason, false);
    }
  }
}
