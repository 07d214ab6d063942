/** Runs machine code on the processor itself. */
module dev.joist.host.nativecode {
  requires transitive dev.joist.spi;
}
