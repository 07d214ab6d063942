package dev.joist.spi.opcode;

/** What an opcode means: the only telling but for the fast path in machine code, which the kits compare with it. Stateless. */
@FunctionalInterface
public interface OpcodeSemantics {
  /**
   * Executes one instruction. A JavaScript exception is thrown as the runtime's exception type.
   *
   * @param activation the running engine
   * @param code the active function's code
   * @param base the active frame's register file
   * @param pc the offset of the instruction
   * @return the offset of the next instruction
   */
  int execute(Activation activation, byte[] code, long base, int pc);
}
