package dev.joist.compiler.analysis;

import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides which parameters are guarded to be numbers as the function is entered: those that it reads as numbers again and again
 * and never writes, from its first block on. Only of functions that call nothing: a call wants what is live in slots, boxed.
 */
final class EntryGuards {
  /** Reads as a number, beyond the other reads, that a guard pays for. */
  private static final int LEAST_GAIN = 2;

  private final ControlFlow flow;
  private final List<Constraints> constraints;
  private final int parameters;
  private final int[] gain;
  private final boolean[] written;
  private final Representation[] wanted;
  /** Offset of the instruction that reads it first, in the first block, or -1. */
  private final int[] first;

  private EntryGuards(ControlFlow flow, List<Constraints> constraints) {
    this.flow = flow;
    this.constraints = constraints;
    parameters = flow.code().template().parameterCount();
    gain = new int[parameters + 1];
    written = new boolean[parameters + 1];
    wanted = new Representation[parameters + 1];
    first = new int[parameters + 1];
  }

  /** The guards, by register. */
  static List<LoopGuard> choose(ControlFlow flow, List<Constraints> constraints) {
    if (flow.code().template().parameterCount() == 0 || flow.isLoopHead(0)
        || constraints.stream().anyMatch(needs -> needs.calls() || needs == Constraints.SLOW_PATH_ONLY)) {
      return List.of();
    }
    return new EntryGuards(flow, constraints).choose();
  }

  private List<LoopGuard> choose() {
    Arrays.fill(first, -1);
    for (int i = 0; i < constraints.size(); i++) {
      look(i);
    }
    List<LoopGuard> guards = new ArrayList<>();
    for (int r = 1; r <= parameters; r++) {
      if (first[r] >= 0 && !written[r] && gain[r] >= LEAST_GAIN) {
        guards.add(new LoopGuard.Number(0, first[r], r, wanted[r]));
      }
    }
    return guards;
  }

  private void look(int i) {
    DecodedInsn insn = flow.code().instructions().get(i);
    Constraints needs = constraints.get(i);
    boolean numbers = NumberGuards.hasSeenNumbersOnly(insn);
    Registers.uses(insn, (operand, register) -> {
      if (register < 1 || register > parameters) {
        return;
      }
      UsePolicy policy = needs.use(operand);
      if (!numbers || policy != UsePolicy.INT32 && policy != UsePolicy.DOUBLE) {
        gain[register]--;
        return;
      }
      gain[register]++;
      if (first[register] < 0 && flow.blockOf(i) == 0) {
        first[register] = insn.offset();
      }
      if (policy == UsePolicy.INT32) {
        wanted[register] = Representation.INT32;
      } else if (wanted[register] == null) {
        wanted[register] = Representation.DOUBLE;
      }
    });
    Registers.defs(insn, (operand, register) -> {
      if (register <= parameters) {
        written[register] = true;
      }
    });
  }
}
