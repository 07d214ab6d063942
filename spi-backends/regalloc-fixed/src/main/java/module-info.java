import dev.joist.regalloc.fixed.FixedMapping;
import dev.joist.spi.regalloc.RegisterAllocator;

/** Fixed mapping of bytecode registers to machine registers. */
module dev.joist.regalloc.fixed {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;

  provides RegisterAllocator with FixedMapping;
}
