/** Calls, returns, closures, scopes, exceptions. */
module dev.joist.plugin.call {
  requires transitive dev.joist.bytecode;
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;
  requires transitive dev.joist.runtime;

  exports dev.joist.plugin.call;
  exports dev.joist.plugin.call.lowering;

  provides dev.joist.spi.JoistPlugin with dev.joist.plugin.call.CallPlugin;
}
