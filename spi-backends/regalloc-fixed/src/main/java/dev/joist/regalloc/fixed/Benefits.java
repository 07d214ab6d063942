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
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
    int[] best = IntStream.range(0, benefit.length).filter(r -> benefit[r] > 0).boxed()
        .sorted(Comparator.comparingLong((Integer r) -> benefit[r]).reversed()).limit(machine.size()).mapToInt(Integer::intValue).toArray();
    MutGp[] mapping = new MutGp[benefit.length];
    for (int i = 0; i < best.length; i++) {
      mapping[best[i]] = machine.get(i);
    }
    return mapping;
  }

  private void weigh(Block block, int number) {
    long weight = 1;
    for (int i = 0; i < Math.min(block.loopDepth(), MAX_DEPTH); i++) {
      weight *= LOOP_WEIGHT;
    }
    if (number == 0 || block.entry() != Entry.NONE) {
      // A handler or function entry loads once; a loop's own entry is taken once at most.
      long loads = block.entry() == Entry.LOOP ? 1 : weight;
      block.liveIn().stream().forEach(r -> benefit[r] -= loads);
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
      BitSet across = (BitSet) insn.liveAfter().clone();
      insn.defs().forEach(def -> across.clear(def.register()));
      across.stream().forEach(r -> benefit[r] -= 2 * weight);
    }
  }
}
