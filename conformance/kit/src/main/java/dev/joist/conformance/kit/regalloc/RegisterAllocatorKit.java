package dev.joist.conformance.kit.regalloc;

import dev.joist.conformance.kit.Kit;
import dev.joist.conformance.kit.KitTest;
import dev.joist.spi.regalloc.RegisterAllocator;

/** Extend this in the tests of a register allocator. The allocator has to be found by ServiceLoader there, as in an application. */
public abstract class RegisterAllocatorKit extends KitTest {
  protected RegisterAllocatorKit() {}

  /** The allocator under test. */
  protected abstract RegisterAllocator allocator();

  @Override
  protected final Kit open() {
    return new RegisterAllocatorRules(allocator());
  }
}
