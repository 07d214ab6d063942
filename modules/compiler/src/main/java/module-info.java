/** The baseline pipeline. */
module dev.joist.compiler {
  requires transitive dev.joist.bytecode;
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;
  requires transitive dev.joist.runtime;

  exports dev.joist.compiler;
  exports dev.joist.compiler.analysis;
  exports dev.joist.compiler.emit;
  exports dev.joist.compiler.tier;
}
