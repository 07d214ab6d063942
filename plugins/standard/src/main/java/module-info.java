/** The standard opcode set and its dispatch, generated at build time. */
module dev.joist.plugin.standard {
  requires transitive dev.joist.bytecode;
  requires transitive dev.joist.spi;
  requires transitive dev.joist.interpreter;
  requires transitive dev.joist.plugin.core;
  requires transitive dev.joist.plugin.property;
  requires transitive dev.joist.plugin.call;
  requires transitive dev.joist.plugin.math;

  exports dev.joist.plugin.standard;

  provides dev.joist.interpreter.PreparedDispatch with dev.joist.plugin.standard.StandardDispatch;
}
