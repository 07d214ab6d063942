package dev.joist.spi.regalloc;

import dev.joist.spi.codegen.RegisterFile;

/** Looks at every allocation before code is made from it: for tests. Found by {@link java.util.ServiceLoader}. */
public interface AllocationAudit {
  /**
   * An allocator has answered.
   *
   * @throws AssertionError when the answer is wrong; it ends the engine, as no error of a program does
   */
  void allocated(String allocator, AllocationProblem problem, RegisterFile registers, Allocation allocation);
}
