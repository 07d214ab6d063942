/** Rules that implementations of the SPIs have to keep, and certificates that say which they keep. */
module dev.joist.conformance.kit {
  requires transitive dev.joist.spi;
  requires static transitive org.junit.jupiter.api;

  exports dev.joist.conformance.kit;
  exports dev.joist.conformance.kit.backend;

  uses dev.joist.spi.codegen.CodegenBackend;
  uses dev.joist.spi.host.MachineHostProvider;
}
