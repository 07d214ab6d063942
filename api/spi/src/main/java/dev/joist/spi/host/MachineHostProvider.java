package dev.joist.spi.host;

import dev.joist.spi.codegen.Isa;

/** Where machine code runs. Stateless; found by {@link java.util.ServiceLoader}; makes a host for each engine. */
public interface MachineHostProvider {
  /** The name it is chosen by. */
  String name();

  boolean runs(Isa isa);

  /** When a host is chosen for code that it runs. */
  enum Choosing {
    /** Before others, when none was named. */
    FIRST,
    /** When none was named and there is nothing better. */
    OTHERWISE,
    /** Only when it was named: it is a tool, or has not been tried on this system. */
    BY_NAME
  }

  /** When this host is chosen, on this machine. */
  default Choosing choosing() {
    return Choosing.OTHERWISE;
  }

  /**
   * A host for one engine, used on the engine's thread only.
   *
   * @param upcalls what machine code reaches by calling {@link MachineHost#upcallAddress()}
   * @throws InstallException when this machine refuses executable memory
   */
  MachineHost open(Isa isa, UpcallHandler upcalls, HostOptions options) throws InstallException;
}
