package dev.joist.regalloc.linearscan;

import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import java.util.BitSet;

/** From where to where, in the order of the code, each web is needed. */
final class Extents {
  private final AllocationProblem problem;
  private final Webs webs;

  private Extents(AllocationProblem problem, Webs webs) {
    this.problem = problem;
    this.webs = webs;
  }

  /** Tells the webs. What they are kept as is decided already. */
  static void measure(AllocationProblem problem, Webs webs) {
    Extents extents = new Extents(problem, webs);
    for (int b = 0; b < problem.blocks().size(); b++) {
      extents.extend(b);
    }
  }

  /** Stretches the webs of a block over all positions at which they are needed. */
  private void extend(int b) {
    Block block = problem.blocks().get(b);
    Web[] current = webs.atHead(b);
    for (Web web : current) {
      if (web != null) {
        web.extend(Position.of(block.first(), Position.READ));
      }
    }
    for (int i = block.first(); i < block.end(); i++) {
      Instruction insn = problem.instructions().get(i);
      for (int u = 0; u < insn.uses().size(); u++) {
        Use use = insn.uses().get(u);
        webs.use(i, u).extend(Position.of(i, Position.READ));
        webs.use(i, u).extend(Position.of(i, webs.keeps(i, u) ? Position.DONE : Position.READ));
        current[use.register()] = webs.use(i, u);
      }
      if (insn.handler() >= 0) {
        BitSet handled = problem.blocks().get(insn.handler()).liveIn();
        for (int r = handled.nextSetBit(0); r >= 0; r = handled.nextSetBit(r + 1)) {
          if (current[r] != null) {
            current[r].extend(Position.of(i, webs.writesEarly(i) ? Position.DONE : Position.READ));
          }
        }
      }
      for (int d = 0; d < insn.defs().size(); d++) {
        Def def = insn.defs().get(d);
        webs.def(i, d).extend(Position.of(i, Position.WRITE));
        current[def.register()] = webs.def(i, d);
      }
    }
    // Not only what successors read: a frame may be suspended here and resumed where no edge leads to.
    BitSet live = problem.instructions().get(block.end() - 1).liveAfter();
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      if (current[r] != null) {
        current[r].extend(Position.of(block.end(), Position.READ) - 1);
      }
    }
  }
}
