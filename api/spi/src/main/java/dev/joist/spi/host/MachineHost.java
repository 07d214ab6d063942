package dev.joist.spi.host;

import dev.joist.spi.codegen.CodeImage;

/** Executes machine code for one engine. Belongs to the engine's thread. */
public interface MachineHost extends AutoCloseable {
  /**
   * Makes the image executable.
   *
   * @return the address of its first byte
   * @throws InstallException when there is no memory for it, or it is refused
   */
  long install(CodeImage image) throws InstallException;

  /**
   * Takes code back, to use its memory for other code.
   *
   * @param address what {@link #install} has answered; nothing may be in this code, return into it or call it any more
   */
  void free(long address);

  /**
   * Calls a C function (see MacroAssembler.enterHostFrame) with up to four arguments. Re-entrant.
   *
   * @throws MachineFault when the code faults and this host can tell (the simulator)
   */
  long call(long entry, long a, long b, long c, long d);

  /** The address of a C function that calls {@link UpcallHandler#dispatch}. */
  long upcallAddress();

  /**
   * A machine stack besides the one that {@link #call} uses, freed with the host. The memory below cannot be accessed.
   *
   * @param bytes a multiple of 65536
   * @throws InstallException when there is no memory for it
   */
  Stack newStack(long bytes) throws InstallException;

  /**
   * A machine stack.
   *
   * @param limit its lowest address
   * @param end where an empty one's stack pointer is, a multiple of 16
   */
  record Stack(long limit, long end) {}

  /** Memory that machine code may touch, from now on: heap chunks, VM stack, context, infos. Hosts that cannot check ignore it. */
  void allow(long address, long bytes);

  /** Instructions executed so far, or -1 when this host does not count. */
  long executedInstructions();

  /** Frees all code. No machine code of this host may be running. */
  @Override
  void close();
}
