package dev.joist.spi.regalloc;

import dev.joist.spi.codegen.RegisterFile;

/** Gives bytecode registers machine registers: a pure function. Found by {@link java.util.ServiceLoader}. */
public interface RegisterAllocator {
  /** The name it is chosen by. */
  String name();

  /** @throws AllocationException when an instruction needs more registers than there are */
  Allocation allocate(AllocationProblem problem, RegisterFile registers) throws AllocationException;
}
