/** JavaScript source to bytecode. */
module dev.joist.javascript {
  requires transitive dev.joist.bytecode;
  requires dev.joist.javascript.parser;

  exports dev.joist.javascript.codegen;
  exports dev.joist.javascript.source;
}
