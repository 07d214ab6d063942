package dev.joist.spi.abi;

import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.UpcallHandler;

/** What a {@link Crossing} is made from. */
public interface CrossingSetup {
  CodegenBackend backend();

  MachineHost host();

  /** Answers requests; also those that arrive by {@link MachineHost#upcallAddress()}. Throws nothing. */
  UpcallHandler requests();

  /** Address of the VM context. */
  long context();

  /** Address of the allocation cursors. */
  long allocation();

  /** Bytes of machine stack that suffice for as many frames as the VM stack has room for. */
  long stackBytes();

  /** A word of the context. */
  long contextWord(int offset);

  void setContextWord(int offset, long value);
}
