package dev.joist.conformance.kit.regalloc;

import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.AllocationAudit;
import dev.joist.spi.regalloc.AllocationProblem;

/** With this kit on the module path, every allocation of every engine is checked. */
public final class CheckingAudit implements AllocationAudit {
  /** Made by {@link java.util.ServiceLoader}. */
  public CheckingAudit() {}

  @Override
  public void allocated(String allocator, AllocationProblem problem, RegisterFile registers, Allocation allocation) {
    AllocationChecker.check(problem, registers, allocation);
  }
}
