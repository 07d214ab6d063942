package dev.joist.embedding;

/** What becomes of a promise that is rejected while nobody listens, once the jobs of promises are done. */
public enum UnhandledRejections {
  /** The evaluation ends with its reason, as node ends a program. */
  THROW,
  /** Nothing, as the language itself has it. */
  IGNORE
}
