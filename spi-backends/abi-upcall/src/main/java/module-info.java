import dev.joist.abi.upcall.UpcallAbi;
import dev.joist.spi.abi.SlowPathAbi;

/** Slow paths leave machine code through one upcall stub. */
module dev.joist.abi.upcall {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;

  provides SlowPathAbi with UpcallAbi;
}
