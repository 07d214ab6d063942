package dev.joist.compiler.analysis;

import dev.joist.compiler.analysis.KnownFacts.Known;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which facts to guard before loops rather than in them: those of registers that a loop does not write, asked for in
 * each iteration, unless something in the loop may end them.
 */
final class FactGuards {
  private final ControlFlow flow;
  private final List<Constraints> constraints;
  private final Liveness liveness;
  private final KnownFacts known;
  private final List<LoopGuard> guards = new ArrayList<>();
  /** By loop, with what stands for a loop around it. */
  private final List<Set<Known>> guarded = new ArrayList<>();
  private final List<BitSet> bodies = new ArrayList<>();

  private FactGuards(ControlFlow flow, List<Constraints> constraints, Liveness liveness) {
    this.flow = flow;
    this.constraints = constraints;
    this.liveness = liveness;
    known = KnownFacts.of(flow, constraints);
  }

  /** The guards, in the order of their loops' heads; of one register in the order in which they count on each other. */
  static List<LoopGuard> choose(ControlFlow flow, List<Constraints> constraints, Liveness liveness) {
    if (constraints.stream().allMatch(needs -> needs.guards().isEmpty())) {
      return List.of();
    }
    FactGuards choice = new FactGuards(flow, constraints, liveness);
    for (int head = 0; head < flow.blockCount(); head++) {
      if (flow.isLoopHead(head) && flow.mayGuard(head)) {
        choice.loop(head);
      }
    }
    return choice.guards;
  }

  private void loop(int head) {
    BitSet body = flow.loopBody(head);
    BitSet written = new BitSet();
    boolean disturbed = false;
    for (int block = body.nextSetBit(0); block >= 0; block = body.nextSetBit(block + 1)) {
      for (int i = flow.first(block); i < flow.end(block); i++) {
        DecodedInsn insn = flow.code().instructions().get(i);
        Registers.defs(insn, (operand, register) -> written.set(register));
        int registers = flow.code().registerCount();
        written.set(Registers.killedFrom(insn, registers), registers);
        disturbed |= KnownFacts.disturbs(insn, constraints.get(i));
      }
    }
    Set<Known> here = around(body);
    bodies.add(body);
    guarded.add(here);
    for (int block = body.nextSetBit(0); block >= 0; block = body.nextSetBit(block + 1)) {
      if (hasGuards(block) && flow.isInEveryIteration(head, block)) {
        collect(head, block, written, disturbed, here);
      }
    }
  }

  /** What is guarded before the loops around a body. */
  private Set<Known> around(BitSet body) {
    Set<Known> around = new HashSet<>();
    int inside = body.nextSetBit(0);
    for (int loop = 0; loop < bodies.size(); loop++) {
      if (bodies.get(loop).get(inside)) {
        around.addAll(guarded.get(loop));
      }
    }
    return around;
  }

  private boolean hasGuards(int block) {
    for (int i = flow.first(block); i < flow.end(block); i++) {
      if (!constraints.get(i).guards().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void collect(int head, int block, BitSet written, boolean disturbed, Set<Known> here) {
    BitSet live = liveness.liveIn(head);
    for (int i = flow.first(block); i < flow.end(block); i++) {
      DecodedInsn insn = flow.code().instructions().get(i);
      constraints.get(i).guards().forEach((operand, facts) -> {
        int register = insn.operand(operand);
        if (written.get(register) || !live.get(register)) {
          return;
        }
        for (Fact fact : facts) {
          Known wanted = new Known(register, fact);
          if (disturbed && !fact.lasts() || conflicts(wanted, here)) {
            return;
          }
          if (!known.isKnownAtHead(head, wanted) && here.add(wanted)) {
            guards.add(new LoopGuard.OfFact(flow.code().instructions().get(flow.first(head)).offset(),
                flow.backEdge(head).offset(), register, fact));
          }
        }
      });
    }
  }

  /** Whether something else of the same sort is guarded already: one of the two fails. */
  private static boolean conflicts(Known wanted, Set<Known> here) {
    return !here.contains(wanted) && here.stream().anyMatch(other -> other.register() == wanted.register()
        && !other.fact().lasts() && !wanted.fact().lasts() && other.fact().getClass() == wanted.fact().getClass());
  }
}
