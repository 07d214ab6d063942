/** Functions of Math as opcodes. */
module dev.joist.plugin.math {
  requires transitive dev.joist.bytecode;
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;
  requires transitive dev.joist.runtime;

  exports dev.joist.plugin.math;
  exports dev.joist.plugin.math.lowering;

  provides dev.joist.spi.JoistPlugin with dev.joist.plugin.math.MathPlugin;
}
