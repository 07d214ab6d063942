/** JavaScript source to bytecode. */
module dev.joist.javascript {
  requires transitive dev.joist.bytecode;
  requires dev.joist.javascript.parser;

}
