/** Opcode descriptors, function templates, builder, text form, verifier. */
module dev.joist.bytecode {
  exports dev.joist.bytecode;
  exports dev.joist.bytecode.text;

}
