package dev.joist.engine;

/** A quarter of the machine's memory, or of what a container leaves of it. */
final class DefaultHeapLimit {
  private DefaultHeapLimit() {}

  /** That is what the JVM takes for its own heap unless told otherwise; asking it costs no start-up time, management beans would. */
  static long bytes() {
    return Runtime.getRuntime().maxMemory();
  }
}
