/** Slow paths leave machine code through one upcall stub. */
module dev.joist.abi.upcall {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;
}
