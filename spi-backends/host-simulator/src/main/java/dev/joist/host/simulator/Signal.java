package dev.joist.host.simulator;

/** A fault on its way from where it is noticed to the loop, which knows the program counter. */
final class Signal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final FaultKind kind;
  final long address;

  Signal(FaultKind kind, long address, String message) {
    super(message, null, false, false);
    this.kind = kind;
    this.address = address;
  }
}
