package dev.joist.regalloc.fixed;

import dev.joist.masm.MutGp;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Entry;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.BitSet;
import java.util.List;

/** How many memory accesses each bytecode register saves when it is mapped, weighted by loop depth. */
final class Benefits {
  private static final int LOOP_WEIGHT = 8;
  private static final int MAX_DEPTH = 6;

  private final AllocationProblem problem;
  private final long[] benefit;

  Benefits(AllocationProblem problem) {
    this.problem = problem;
    benefit = new long[problem.registerCount()];
    for (int b = 0; b < problem.blocks().size(); b++) {
      weigh(problem.blocks().get(b), b);
    }
  }

  /** The machine register of each bytecode register, null for those that stay in their slots. */
  MutGp[] choose(List<MutGp> machine) {
    MutGp[] mapping = new MutGp[benefit.length];
    for (MutGp register : machine) {
      int best = best(mapping);
      if (best < 0) {
        break;
      }
      mapping[best] = register;
    }
    return mapping;
  }

  /** The most useful register that is not mapped yet, the first of several; -1 when no more pays. */
  private int best(MutGp[] mapping) {
    int best = -1;
    for (int r = 0; r < benefit.length; r++) {
      if (mapping[r] == null && benefit[r] > (best < 0 ? 0 : benefit[best])) {
        best = r;
      }
    }
    return best;
  }

  private void weigh(Block block, int number) {
    long weight = 1;
    for (int i = 0; i < Math.min(block.loopDepth(), MAX_DEPTH); i++) {
      weight *= LOOP_WEIGHT;
    }
    if (number == 0 || block.entry() != Entry.NONE) {
      // A handler or function entry loads once; a loop's own entry is taken once at most.
      long loads = block.entry() == Entry.LOOP ? 1 : weight;
      for (int r = block.liveIn().nextSetBit(0); r >= 0; r = block.liveIn().nextSetBit(r + 1)) {
        benefit[r] -= loads;
      }
    }
    for (int i = block.first(); i < block.end(); i++) {
      weigh(problem.instructions().get(i), weight);
    }
  }

  private void weigh(Instruction insn, long weight) {
    for (Use use : insn.uses()) {
      UsePolicy policy = use.policy();
      if (policy == null || use.known().isPresent()) {
        continue;
      }
      if (policy.inRegister() || policy == UsePolicy.ANY) {
        benefit[use.register()] += weight;
      }
      if (policy.inSlot()) {
        benefit[use.register()] -= weight;
      }
    }
    for (Def def : insn.defs()) {
      benefit[def.register()] += weight;
    }
    if (insn.calls()) {
      BitSet across = insn.liveAcross();
      for (int r = across.nextSetBit(0); r >= 0; r = across.nextSetBit(r + 1)) {
        benefit[r] -= 2 * weight;
      }
    }
  }
}
