package dev.joist.host.simulator;

/** What machine code reaches when it calls a trap address: the way into Java. */
@FunctionalInterface
public interface TrapHandler {
  /**
   * Answers one call. Arguments are in x0 to x7 and d0 to d7 of {@code cpu}. The handler may run the simulator again:
   * the nested activation uses the machine stack below the current stack pointer and must have returned before this
   * call does. Afterwards all registers that a callee need not preserve have nonsense values.
   *
   * @param trap the number that {@link Simulator#trapAddress(int)} was asked for
   * @return what x0 becomes
   */
  long call(int trap, CpuState cpu);
}
