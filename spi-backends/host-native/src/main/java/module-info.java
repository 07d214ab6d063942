/** Runs machine code on the processor itself. */
module dev.joist.host.nativecode {
  requires dev.joist.assembler;
  requires transitive dev.joist.spi;

  provides dev.joist.spi.host.MachineHostProvider with
      dev.joist.host.nativecode.NativeHostProvider,
      dev.joist.host.nativecode.CheckedNativeHostProvider;
}
