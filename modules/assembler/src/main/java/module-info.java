/** Code buffer, labels, fixups, veneers and constant pool for backend authors; places of code for hosts. */
module dev.joist.assembler {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;

  exports dev.joist.assembler;
}
