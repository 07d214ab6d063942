/** Programs as node runs them: CommonJS modules, process, and the modules of node that command-line programs need. */
module dev.joist.node {
  requires dev.joist.bytecode;
  requires dev.joist.javascript;
  requires transitive dev.joist.library;
  requires transitive dev.joist.runtime;
  requires dev.joist.spi;

  exports dev.joist.node;
}
