package dev.joist.spi.abi;

import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.spi.codegen.RegisterFile;

/**
 * How control goes from Java to machine code and back, and how machine code asks Java. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface SlowPathAbi {
  /** The name it is chosen by. */
  String name();

  /**
   * Emits the C function, from its first instruction, by which Java enters compiled code: (address of the code, base,
   * info, argc) → result.
   *
   * @param context address of the VM context
   * @param allocation address of the allocation cursors
   */
  void emitEntry(MacroAssembler masm, RegisterFile registers, long context, long allocation);

  /**
   * Emits a {@link Request} with a constant argument. The answer is in the result register; temps are lost, saved
   * registers kept.
   */
  void emitRequest(MacroAssembler masm, RegisterFile registers, int request, long argument);

  /** Emits a {@link Request} whose argument is in a register. */
  void emitRequest(MacroAssembler masm, RegisterFile registers, int request, Gp argument);
}
