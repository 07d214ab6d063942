package dev.joist.host.simulator;

/**
 * Simulated machine code did what it must not do. The simulator stays usable for inspection, but all activations that
 * were running are gone: the fault is thrown out of every one of them.
 */
public final class SimulatorFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FaultKind kind;
  private final long pc;
  private final long address;
  private final String report;

  SimulatorFault(FaultKind kind, long pc, long address, String message, String report) {
    super(kind + " at pc 0x" + Long.toHexString(pc) + ": " + message + System.lineSeparator() + report);
    this.kind = kind;
    this.pc = pc;
    this.address = address;
    this.report = report;
  }

  /** What happened. */
  public FaultKind kind() {
    return kind;
  }

  /** The address of the instruction that faulted; for a jump outside, of the place that was jumped to. */
  public long pc() {
    return pc;
  }

  /** The memory address concerned, or the program counter where no memory is. */
  public long address() {
    return address;
  }

  /** All registers, and the words around the program counter. */
  public String report() {
    return report;
  }
}
