/** Constants, moves, arithmetic, comparisons, jumps, globals. */
module dev.joist.plugin.core {
  requires transitive dev.joist.bytecode;
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;
  requires transitive dev.joist.runtime;

  exports dev.joist.plugin.core;
  exports dev.joist.plugin.core.lowering;

  provides dev.joist.spi.JoistPlugin with dev.joist.plugin.core.CorePlugin;
}
