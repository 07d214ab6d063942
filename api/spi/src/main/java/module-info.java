/** What strategies and opcode plugins implement. */
module dev.joist.spi {
  requires transitive dev.joist.bytecode;
  requires transitive dev.joist.masm;

}
