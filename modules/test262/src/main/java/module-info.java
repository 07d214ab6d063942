/** Runs tc39/test262, the official test suite of ECMAScript. */
module dev.joist.test262 {
  requires transitive dev.joist.embedding;
  requires org.snakeyaml.engine.v2;

  exports dev.joist.test262;
}
