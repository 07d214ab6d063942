package dev.joist.spi.abi;

import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.host.InstallException;

/**
 * How control goes from Java to machine code and back, and how machine code asks Java. Stateless; found by {@link
 * java.util.ServiceLoader}.
 */
public interface SlowPathAbi {
  /** The name it is chosen by. */
  String name();

  /**
   * Installs in an engine's host what all crossings share, and writes the context's CONTEXT_DISPATCH.
   *
   * @throws InstallException when the host refuses
   */
  Crossing open(CrossingSetup setup) throws InstallException;

  /**
   * Emits a {@link Request} with a constant argument. The answer is in the result register; temps are lost, saved
   * registers kept.
   */
  void emitRequest(MacroAssembler masm, RegisterFile registers, int request, long argument);

  /** Emits a {@link Request} whose argument is in a register. */
  void emitRequest(MacroAssembler masm, RegisterFile registers, int request, Gp argument);
}
