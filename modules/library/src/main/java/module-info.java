/** JavaScript's built-in objects. */
module dev.joist.library {
  requires transitive dev.joist.spi;
  requires transitive dev.joist.runtime;

  exports dev.joist.library;
  exports dev.joist.library.host;
}
