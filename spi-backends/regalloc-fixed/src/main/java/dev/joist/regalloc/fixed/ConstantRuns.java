package dev.joist.regalloc.fixed;

import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which constants need no register and no code: those whose register is dead, or written again, before their block
 * ends.
 */
final class ConstantRuns {
  private final BitSet elided = new BitSet();

  private ConstantRuns() {}

  static ConstantRuns of(AllocationProblem problem) {
    ConstantRuns runs = new ConstantRuns();
    problem.blocks().forEach(block -> runs.scan(problem, block));
    return runs;
  }

  private void scan(AllocationProblem problem, Block block) {
    Map<Integer, Integer> open = new HashMap<>();
    for (int i = block.first(); i < block.end(); i++) {
      Instruction insn = problem.instructions().get(i);
      for (Def def : insn.defs()) {
        Integer constant = open.remove(def.register());
        if (constant != null) {
          elided.set(constant);
        }
        if (insn.constant().isPresent()) {
          open.put(def.register(), i);
        }
      }
    }
    BitSet liveOut = block.end() == block.first() ? new BitSet()
        : problem.instructions().get(block.end() - 1).liveAfter();
    open.forEach((register, insn) -> elided.set(insn, !liveOut.get(register)));
  }

  /** Whether the constant that the instruction defines is kept nowhere. */
  boolean isElided(int instruction) {
    return elided.get(instruction);
  }
}
