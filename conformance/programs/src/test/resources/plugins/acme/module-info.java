module acme.plugin {
  requires dev.joist.spi;
  requires dev.joist.masm;
  requires dev.joist.bytecode;

  provides dev.joist.spi.JoistPlugin with acme.plugin.AcmePlugin;
}
