package dev.joist.compiler;

import dev.joist.compiler.emit.FunctionEmitter.Emitted;
import dev.joist.spi.regalloc.Allocation;
import java.util.List;

/** What came of compiling a function. */
public sealed interface Compilation {
  /** @param statistics of the register allocator */
  record Compiled(Emitted code, List<Allocation.Statistic> statistics) implements Compilation {}

  /** The function stays interpreted. */
  record Declined(String reason) implements Compilation {}
}
