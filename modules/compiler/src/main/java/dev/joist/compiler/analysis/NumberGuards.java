package dev.joist.compiler.analysis;

import dev.joist.spi.layout.Feedback;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides what to guard before loops: registers that come into a loop as nobody knows what, are read in it as numbers,
 * and keep that type all around it if they have it at first.
 */
final class NumberGuards {
  /** Each round gives up what did not turn out; whoever needs more is given up altogether. */
  private static final int ROUNDS = 8;

  private final ControlFlow flow;
  private final List<Constraints> constraints;
  private final Liveness liveness;
  private final Map<Integer, Representation[]> assumed = new TreeMap<>();

  private NumberGuards(ControlFlow flow, List<Constraints> constraints, Liveness liveness) {
    this.flow = flow;
    this.constraints = constraints;
    this.liveness = liveness;
  }

  /**
   * The guards, in the order of their loops' heads.
   *
   * @param facts without any guards
   */
  static List<LoopGuard> choose(ControlFlow flow, List<Constraints> constraints, Liveness liveness, TypeFacts facts) {
    NumberGuards guards = new NumberGuards(flow, constraints, liveness);
    for (int block = 0; block < flow.blockCount(); block++) {
      if (flow.isLoopHead(block)) {
        guards.suggest(block, facts);
      }
    }
    return guards.assumed.isEmpty() || !guards.settle() ? List.of() : guards.result();
  }

  private void suggest(int head, TypeFacts facts) {
    if (!flow.mayGuard(head)) {
      return;
    }
    Representation[] wanted = new Representation[flow.code().registerCount()];
    BitSet body = flow.loopBody(head);
    for (int block = body.nextSetBit(0); block >= 0; block = body.nextSetBit(block + 1)) {
      wishes(block, wanted);
    }
    BitSet live = liveness.liveIn(head);
    boolean any = false;
    for (int r = 0; r < wanted.length; r++) {
      if (wanted[r] != null && (!live.get(r) || facts.atHead(head, r) != Representation.BOXED)) {
        wanted[r] = null;
      }
      any |= wanted[r] != null;
    }
    if (any) {
      assumed.put(head, wanted);
    }
  }

  /** What a block reads before it writes it, as what. An int32 becomes a double more cheaply than the other way round. */
  private void wishes(int block, Representation[] wanted) {
    BitSet written = new BitSet();
    for (int i = flow.first(block); i < flow.end(block); i++) {
      DecodedInsn insn = flow.code().instructions().get(i);
      Constraints needs = constraints.get(i);
      boolean numbers = hasSeenNumbersOnly(insn);
      Registers.uses(insn, (operand, register) -> {
        UsePolicy policy = needs.use(operand);
        if (numbers && !written.get(register) && policy != null) {
          if (policy == UsePolicy.INT32) {
            wanted[register] = Representation.INT32;
          } else if (policy == UsePolicy.DOUBLE && wanted[register] == null) {
            wanted[register] = Representation.DOUBLE;
          }
        }
      });
      Registers.defs(insn, (operand, register) -> written.set(register));
    }
  }

  /** Whether an instruction's feedback knows of numbers and of nothing else. */
  static boolean hasSeenNumbersOnly(DecodedInsn insn) {
    int feedback = insn.feedback();
    return (feedback & (Feedback.INT32 | Feedback.DOUBLE)) != 0
        && (feedback & (Feedback.STRING | Feedback.OBJECT | Feedback.GENERIC)) == 0;
  }

  /** Gives up what does not hold around its loop; false when that takes too long. */
  private boolean settle() {
    for (int round = 0; round < ROUNDS; round++) {
      TypeFacts facts = TypeFacts.of(flow, constraints, assumed);
      boolean changed = false;
      for (Map.Entry<Integer, Representation[]> loop : assumed.entrySet()) {
        for (int r = 0; r < loop.getValue().length; r++) {
          Representation type = loop.getValue()[r];
          if (type != null && facts.atHead(loop.getKey(), r) != type) {
            loop.getValue()[r] = null;
            changed = true;
          }
        }
      }
      if (!changed) {
        dropNeedless(facts);
        return true;
      }
    }
    return false;
  }

  /** What a guard of a loop around it tells already. */
  private void dropNeedless(TypeFacts facts) {
    assumed.forEach((head, types) -> {
      for (int r = 0; r < types.length; r++) {
        if (types[r] != null && facts.beforeLoop(head, r) == types[r]) {
          types[r] = null;
        }
      }
    });
  }

  private List<LoopGuard> result() {
    List<LoopGuard> guards = new ArrayList<>();
    assumed.forEach((head, types) -> {
      for (int r = 0; r < types.length; r++) {
        if (types[r] != null) {
          guards.add(new LoopGuard.Number(flow.code().instructions().get(flow.first(head)).offset(),
              flow.backEdge(head).offset(), r, types[r]));
        }
      }
    });
    return guards;
  }
}
