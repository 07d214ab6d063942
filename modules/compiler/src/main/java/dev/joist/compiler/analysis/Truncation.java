package dev.joist.compiler.analysis;

import dev.joist.spi.opcode.Constraints;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * Asks lowerings for their constraints, from the last instruction of a block to its first, since whoever reads a result
 * has a say in what it must be: of a result that is read, before its block ends, for its low 32 bits alone no more is
 * needed. It does not matter then that its slot is written from the truncated value when the code is left in between.
 */
final class Truncation {
  private final ControlFlow flow;
  private final Liveness liveness;
  private final Function<DecodedInsn, Constraints> lowerings;
  private final Constraints[] constraints;

  private Truncation(ControlFlow flow, Liveness liveness, Function<DecodedInsn, Constraints> lowerings) {
    this.flow = flow;
    this.liveness = liveness;
    this.lowerings = lowerings;
    constraints = new Constraints[flow.code().instructions().size()];
  }

  /** The constraints of each instruction. Instructions learn whether they are truncated. */
  static List<Constraints> constraints(ControlFlow flow, Liveness liveness,
      Function<DecodedInsn, Constraints> lowerings) {
    Truncation truncation = new Truncation(flow, liveness, lowerings);
    for (int block = 0; block < flow.blockCount(); block++) {
      truncation.block(block);
    }
    return Arrays.asList(truncation.constraints);
  }

  private void block(int block) {
    // Registers of which somebody will read more, or nobody knows who will read them.
    BitSet seen = (BitSet) liveness.liveAfter(flow.end(block) - 1).clone();
    for (int i = flow.end(block) - 1; i >= flow.first(block); i--) {
      DecodedInsn insn = flow.code().instructions().get(i);
      boolean[] truncated = {insn.descriptor().operands().stream().anyMatch(operand -> operand.kind().defines())};
      Registers.defs(insn, (operand, register) -> truncated[0] &= !seen.get(register));
      insn.truncate(truncated[0]);
      Constraints needs = lowerings.apply(insn);
      constraints[i] = needs;
      Registers.defs(insn, (operand, register) -> seen.clear(register));
      Registers.uses(insn, (operand, register) -> {
        if (!needs.truncated().contains(operand)) {
          seen.set(register);
        }
      });
      if (flow.handlerOf(i) >= 0 && Liveness.mayThrow(insn)) {
        seen.or(liveness.liveIn(flow.handlerOf(i)));
      }
    }
  }
}
