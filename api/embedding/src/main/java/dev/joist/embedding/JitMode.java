package dev.joist.embedding;

/** When functions are compiled. */
public enum JitMode {
  /** Never. */
  OFF,
  /** When they have been called often, or loop for long. */
  LAZY,
  /** Before their first call. */
  EAGER
}
