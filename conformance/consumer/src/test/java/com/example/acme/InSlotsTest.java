package com.example.acme;

import dev.joist.conformance.kit.regalloc.RegisterAllocatorKit;
import dev.joist.spi.regalloc.RegisterAllocator;

class InSlotsTest extends RegisterAllocatorKit {
  @Override
  protected RegisterAllocator allocator() {
    return new InSlots();
  }
}
