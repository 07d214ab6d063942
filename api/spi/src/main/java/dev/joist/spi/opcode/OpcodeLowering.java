package dev.joist.spi.opcode;

/** How an opcode becomes machine code: written once against the portable macro assembler. Stateless. */
public interface OpcodeLowering {
  /** What {@link #emit} will ask for with the same instruction. */
  Constraints constraints(Insn insn, LoweringEnvironment environment);

  /**
   * Emits the fast path. It falls through when the instruction is done, or leaves by the context's labels. A defined
   * register may be the same machine register as one that is read, so it is written after the last branch to an exit.
   * Not called for instructions that the constraints call constant.
   */
  void emit(LoweringContext cx, Insn insn);
}
