/** The portable macro assembler contract. */
module dev.joist.masm {
  exports dev.joist.masm;

}
