/** What strategies and opcode plugins implement. */
module dev.joist.spi {
  requires transitive dev.joist.bytecode;
  requires transitive dev.joist.masm;

  exports dev.joist.spi;
  exports dev.joist.spi.abi;
  exports dev.joist.spi.codegen;
  exports dev.joist.spi.host;
  exports dev.joist.spi.ic;
  exports dev.joist.spi.layout;
  exports dev.joist.spi.opcode;
  exports dev.joist.spi.regalloc;
  exports dev.joist.spi.value;

  uses dev.joist.spi.value.ValueRepresentation;
}
