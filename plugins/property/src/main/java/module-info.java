/** Named properties, elements, objects, arrays. */
module dev.joist.plugin.property {
  requires transitive dev.joist.bytecode;
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;
  requires transitive dev.joist.runtime;

  exports dev.joist.plugin.property;
  exports dev.joist.plugin.property.lowering;

  provides dev.joist.spi.JoistPlugin with dev.joist.plugin.property.PropertyPlugin;
}
