/** Rules that implementations of the SPIs have to keep, and certificates that say which they keep. */
module dev.joist.conformance.kit {
  requires transitive dev.joist.spi;
  requires dev.joist.embedding;
  requires static transitive org.junit.jupiter.api;

  exports dev.joist.conformance.kit;
  exports dev.joist.conformance.kit.backend;
  exports dev.joist.conformance.kit.opcode;
  exports dev.joist.conformance.kit.regalloc;
  exports dev.joist.conformance.kit.values;

  uses dev.joist.spi.codegen.CodegenBackend;
  uses dev.joist.spi.host.MachineHostProvider;
  uses dev.joist.spi.value.ValueRepresentation;

  provides dev.joist.spi.regalloc.AllocationAudit with dev.joist.conformance.kit.regalloc.CheckingAudit;
}
