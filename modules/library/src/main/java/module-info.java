/** JavaScript's built-in objects. */
module dev.joist.library {
  requires transitive dev.joist.spi;
  requires transitive dev.joist.runtime;

  exports dev.joist.library;
  exports dev.joist.library.host;
  // What makes further objects of a host, the way that the built-in ones are made.
  exports dev.joist.library.async to dev.joist.node;
  exports dev.joist.library.console to dev.joist.node;
  exports dev.joist.library.core to dev.joist.node;
  exports dev.joist.library.json to dev.joist.node;
  exports dev.joist.library.typed to dev.joist.node;
}
