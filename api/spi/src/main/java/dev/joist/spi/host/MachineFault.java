package dev.joist.spi.host;

/** Machine code did what it must not: a bug of a lowering or a strategy. The message has registers and a listing. */
public final class MachineFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MachineFault(String message) {
    super(message);
  }
}
