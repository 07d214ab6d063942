package dev.joist.spi.host;

/** What machine code calls in Java. Must not throw: whatever it throws ends the engine. */
@FunctionalInterface
public interface UpcallHandler {
  /** Called on the engine's thread with the first two arguments of the C ABI; answers the result. May call {@link MachineHost#call} again. */
  long dispatch(long kind, long argument);
}
