/** Whole programs with known output, run in every mode of the engine. */
module dev.joist.conformance.programs {
  requires transitive dev.joist.embedding;
  requires dev.joist.engine;

  exports dev.joist.conformance.programs;
}
