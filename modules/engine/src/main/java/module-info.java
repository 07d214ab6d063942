/** Guice wiring. */
module dev.joist.engine {
  requires transitive dev.joist.embedding;
  requires transitive dev.joist.bytecode;
  requires transitive dev.joist.spi;
  requires transitive dev.joist.runtime;
  requires transitive dev.joist.interpreter;
  requires transitive dev.joist.compiler;
  requires transitive dev.joist.javascript;
  requires transitive dev.joist.library;

}
