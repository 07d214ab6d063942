/** Runs AArch64 machine code on any host, counting instructions. */
module dev.joist.host.simulator {
  requires transitive dev.joist.spi;
}
