/** What an application sees. */
module dev.joist.embedding {
  exports dev.joist.embedding;

  uses dev.joist.embedding.EngineProvider;
}
