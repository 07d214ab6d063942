package dev.joist.spi.regalloc;

import dev.joist.spi.codegen.RegisterFile;

/** Gives bytecode registers machine registers: a pure function. Found by {@link java.util.ServiceLoader}. */
public interface RegisterAllocator {
  /** The name it is chosen by. */
  String name();

  /**
   * Whether it keeps numbers unboxed. Only then are registers that a loop treats as numbers guarded before the loop,
   * which defines them as INT32 or DOUBLE for all of it.
   */
  default boolean keepsUnboxed() {
    return false;
  }

  /** @throws AllocationException when an instruction needs more registers than there are */
  Allocation allocate(AllocationProblem problem, RegisterFile registers) throws AllocationException;
}
