package dev.joist.compiler.analysis;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.Set;

/** What comes instead of an instruction whose result was read before the loop: a move. */
enum CopyLowering implements OpcodeLowering {
  INSTANCE;

  /** Of result, value, and what the interpreter would read. */
  static OpcodeDescriptor descriptor(int operands) {
    return OpcodeDescriptor.of("Copy", "d result, u value" + ", u original".repeat(operands - 2), Set.of(), "takes what was read before the loop");
  }

  private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.ANY).copyOf(1).build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return CONSTRAINTS;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    cx.copy(0);
  }
}
