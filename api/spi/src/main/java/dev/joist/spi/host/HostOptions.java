package dev.joist.spi.host;

/**
 * @param stackBytes of machine stack, for hosts that have one of their own
 * @param traceFile where to write a trace of executed instructions, or null; hosts that cannot trace refuse it
 * @param instructionLimit most instructions to execute, 0 for no limit; hosts that cannot count refuse it
 * @param sampling of executed instructions; hosts that cannot count refuse it
 */
public record HostOptions(long stackBytes, String traceFile, long instructionLimit, Sampling sampling) {
  /** Without sampling. */
  public HostOptions(long stackBytes, String traceFile, long instructionLimit) {
    this(stackBytes, traceFile, instructionLimit, Sampling.NONE);
  }
}
