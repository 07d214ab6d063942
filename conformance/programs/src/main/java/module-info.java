/** Whole programs with known output, run in every mode of the engine. */
module dev.joist.conformance.programs {
  requires transitive dev.joist.embedding;

  exports dev.joist.conformance.programs;
}
