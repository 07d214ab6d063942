/** The oracle. */
module dev.joist.interpreter {
  requires transitive dev.joist.bytecode;
  requires transitive dev.joist.spi;
  requires transitive dev.joist.runtime;


  exports dev.joist.interpreter;
}
