package dev.joist.compiler.analysis;

import dev.joist.spi.opcode.Constraints;
import java.util.BitSet;
import java.util.List;

/**
 * Which calls are followed by code that reads sites, before anything is called again: only these bring the register back by which sites are found, which
 * the callee has for its own. A backward dataflow analysis. Whatever enters a function, at its start or elsewhere, has set the register; an exception's handler
 * sets it itself.
 */
public final class SiteUses {
  private final ControlFlow flow;
  private final List<Constraints> constraints;
  private final BitSet atHead = new BitSet();
  private final BitSet behind = new BitSet();

  private SiteUses(ControlFlow flow, List<Constraints> constraints) {
    this.flow = flow;
    this.constraints = constraints;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int block = flow.blockCount() - 1; block >= 0; block--) {
        boolean wanted = pass(block);
        changed |= wanted != atHead.get(block);
        atHead.set(block, wanted);
      }
    }
  }

  /** @param constraints of each instruction */
  public static SiteUses of(ControlFlow flow, List<Constraints> constraints) {
    return new SiteUses(flow, constraints);
  }

  private boolean pass(int block) {
    boolean wanted = false;
    for (int successor : flow.successors(block)) {
      wanted |= isAtHead(successor) && !flow.isHandler(successor);
    }
    for (int i = flow.end(block) - 1; i >= flow.first(block); i--) {
      Constraints needs = constraints.get(i);
      if (needs.calls()) {
        behind.set(i, wanted);
        wanted = false;
      }
      wanted |= needs.readsSite();
    }
    return wanted;
  }

  /** Whether sites are read behind an instruction that calls. */
  public boolean isBehind(int instruction) {
    return behind.get(instruction);
  }

  /** Whether sites are read in a block, or behind it. */
  public boolean isAtHead(int block) {
    return atHead.get(block);
  }
}
