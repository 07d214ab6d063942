import dev.joist.regalloc.linearscan.LinearScan;
import dev.joist.spi.regalloc.RegisterAllocator;

/** Linear scan over live intervals, with unboxed numbers. */
module dev.joist.regalloc.linearscan {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;

  provides RegisterAllocator with LinearScan;
}
