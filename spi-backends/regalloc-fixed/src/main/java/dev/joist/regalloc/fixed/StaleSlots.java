package dev.joist.regalloc.fixed;

import dev.joist.masm.MutGp;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;

/**
 * Of which mapped registers the slots may be stale on entry of each block: a forward dataflow analysis, a bit for each
 * mapped register.
 */
final class StaleSlots {
  private final AllocationProblem problem;
  private final int[] bit;
  private final ConstantRuns constants;

  StaleSlots(AllocationProblem problem, MutGp[] mapping, ConstantRuns constants) {
    this.problem = problem;
    this.constants = constants;
    bit = bits(mapping);
  }

  /** The bit of each register, 0 for those that are not mapped. */
  static int[] bits(MutGp[] mapping) {
    int[] bit = new int[mapping.length];
    int next = 1;
    for (int r = 0; r < mapping.length; r++) {
      if (mapping[r] != null) {
        bit[r] = next;
        next <<= 1;
      }
    }
    return bit;
  }

  int[] solve() {
    int count = problem.blocks().size();
    int[] in = new int[count];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int b = 0; b < count; b++) {
        Block block = problem.blocks().get(b);
        int out = transfer(block, in[b]);
        for (int successor : block.successors()) {
          int joined = in[successor] | out;
          changed |= joined != in[successor];
          in[successor] = joined;
        }
      }
    }
    return in;
  }

  private int transfer(Block block, int stale) {
    for (int i = block.first(); i < block.end(); i++) {
      Instruction insn = problem.instructions().get(i);
      for (Use use : insn.uses()) {
        if (use.policy() != null && use.policy().inSlot()) {
          stale &= ~bit[use.register()];
        }
      }
      if (insn.calls()) {
        // Whatever lives on has been stored; whatever does not is of no interest.
        stale = 0;
      }
      for (Def def : insn.defs()) {
        stale |= constants.isElided(i) ? 0 : bit[def.register()];
      }
    }
    return stale;
  }
}
