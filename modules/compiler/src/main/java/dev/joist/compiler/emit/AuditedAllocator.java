package dev.joist.compiler.emit;

import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.AllocationAudit;
import dev.joist.spi.regalloc.AllocationException;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.RegisterAllocator;
import java.util.List;

/** An allocator whose answers are looked at. */
public final class AuditedAllocator implements RegisterAllocator {
  private final RegisterAllocator allocator;
  private final List<AllocationAudit> audits;

  private AuditedAllocator(RegisterAllocator allocator, List<AllocationAudit> audits) {
    this.allocator = allocator;
    this.audits = List.copyOf(audits);
  }

  /** The allocator itself when nobody looks. */
  public static RegisterAllocator of(RegisterAllocator allocator, List<AllocationAudit> audits) {
    return audits.isEmpty() ? allocator : new AuditedAllocator(allocator, audits);
  }

  @Override
  public String name() {
    return allocator.name();
  }

  @Override
  public boolean keepsUnboxed() {
    return allocator.keepsUnboxed();
  }

  @Override
  public Allocation allocate(AllocationProblem problem, RegisterFile registers) throws AllocationException {
    Allocation allocation = allocator.allocate(problem, registers);
    audits.forEach(audit -> audit.allocated(name(), problem, registers, allocation));
    return allocation;
  }
}
