package dev.joist.conformance.kit.regalloc;

import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Entry;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Allocation problems at random, consistent as those of a compiler are: nested loops and forward branches, calls, exits,
 * constants, copies, promised int32 and doubles, and frames that are suspended and resumed, with what is live computed from all
 * that. Without handlers.
 */
public final class RandomProblems {
  private static final int MOST_BLOCKS = 9;
  private static final int MOST_INSTRUCTIONS = 7;
  private static final int REGISTERS = 12;
  private static final int PARAMETERS = 3;
  private static final long A_VALUE = 0x1234_5678L;

  private final Random random;
  private final List<List<Draft>> blocks = new ArrayList<>();
  private final List<List<Integer>> successors = new ArrayList<>();
  private final BitSet heads = new BitSet();
  /** Blocks that no other leads to: the frame is resumed there, of which the block before is suspended. */
  private final BitSet resumed = new BitSet();
  private BitSet[] liveIn;

  /** An instruction before it is known what is live behind it. */
  private record Draft(
      List<Use> uses, List<Def> defs, int gpTemps, int fpTemps, boolean exits, boolean calls, OptionalLong constant,
      int copyOf, boolean restores) {}

  private RandomProblems(Random random) {
    this.random = random;
  }

  /** The next one of a random number generator's. */
  public static AllocationProblem next(Random random) {
    RandomProblems problems = new RandomProblems(random);
    problems.draw();
    problems.findLive();
    return problems.problem();
  }

  private void draw() {
    int count = 1 + random.nextInt(MOST_BLOCKS);
    for (int b = 0; b < count; b++) {
      List<Draft> block = new ArrayList<>();
      for (int i = random.nextInt(MOST_INSTRUCTIONS); i >= 0; i--) {
        block.add(draft());
      }
      blocks.add(block);
      List<Integer> next = new ArrayList<>();
      if (b + 1 < count) {
        next.add(b + 1);
        int other = random.nextInt(3) == 0 ? 1 + random.nextInt(count - 1) : b + 1;
        if (!next.contains(other)) {
          next.add(other);
        }
      }
      successors.add(next);
    }
    suspend(count);
    for (int b = 0; b < count; b++) {
      for (int successor : successors.get(b)) {
        if (successor <= b) {
          heads.set(successor);
        }
      }
    }
    for (int b = 0; b < count; b++) {
      if (resumed.get(b + 1)) {
        blocks.get(b).add(new Draft(List.of(use(null)), List.of(new Def(0, register(), Representation.BOXED)), 0, 0, true,
            false, OptionalLong.empty(), -1, false));
        continue;
      }
      // A terminator, which reads but defines nothing.
      blocks.get(b).add(new Draft(List.of(use(UsePolicy.BOXED)), List.of(), random.nextInt(2), 0, true, false,
          OptionalLong.empty(), -1, false));
    }
  }

  private void suspend(int count) {
    for (int b = 0; b + 1 < count; b++) {
      int next = b + 1;
      if (random.nextInt(6) == 0 && successors.stream().flatMap(List::stream).filter(s -> s == next).count() == 1) {
        successors.set(b, List.of());
        resumed.set(next);
      }
    }
  }

  private int register() {
    return random.nextInt(REGISTERS);
  }

  private Use use(UsePolicy policy) {
    return new Use(1 + random.nextInt(2), register(), policy, OptionalLong.empty(), Representation.BOXED);
  }

  private Draft draft() {
    Representation result = Representation.values()[random.nextInt(3)];
    return switch (random.nextInt(6)) {
      case 0 -> new Draft(List.of(), List.of(new Def(0, register(), result)), 0, 0, false, false,
          OptionalLong.of(A_VALUE), -1, false);
      case 1 -> new Draft(List.of(use(UsePolicy.ANY)), List.of(new Def(0, register(), Representation.BOXED)), 0, 0,
          false, false, OptionalLong.empty(), 0, false);
      case 2 -> new Draft(List.of(use(UsePolicy.BOXED_AND_IN_SLOT), use(UsePolicy.IN_SLOT)),
          List.of(new Def(0, register(), Representation.BOXED)), 1, 0, true, true, OptionalLong.empty(), -1, false);
      case 3 -> new Draft(List.of(use(UsePolicy.DOUBLE), use(UsePolicy.DOUBLE)),
          List.of(new Def(0, register(), Representation.DOUBLE)), 1, random.nextInt(2), true, false,
          OptionalLong.empty(), -1, random.nextBoolean());
      case 4 -> new Draft(List.of(use(UsePolicy.INT32), use(UsePolicy.INT32)),
          List.of(new Def(0, register(), Representation.INT32)), 1, 0, true, false, OptionalLong.empty(), -1,
          random.nextBoolean());
      default -> new Draft(List.of(use(UsePolicy.BOXED), use(UsePolicy.INT32)),
          List.of(new Def(0, register(), Representation.BOXED)), random.nextInt(3), 0, random.nextBoolean(), false,
          OptionalLong.empty(), -1, false);
    };
  }

  private void findLive() {
    liveIn = new BitSet[blocks.size()];
    for (int b = 0; b < liveIn.length; b++) {
      liveIn[b] = new BitSet();
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int b = liveIn.length - 1; b >= 0; b--) {
        BitSet live = liveOut(b);
        for (Draft draft : blocks.get(b).reversed()) {
          before(draft, live);
        }
        changed |= !live.equals(liveIn[b]);
        liveIn[b] = live;
      }
    }
  }

  private BitSet liveOut(int b) {
    BitSet live = new BitSet();
    successors.get(b).forEach(successor -> live.or(liveIn[successor]));
    if (resumed.get(b + 1)) {
      live.or(liveIn[b + 1]);
    }
    return live;
  }

  private static void before(Draft draft, BitSet live) {
    draft.defs.forEach(def -> live.clear(def.register()));
    draft.uses.forEach(use -> live.set(use.register()));
  }

  private AllocationProblem problem() {
    List<Instruction> instructions = new ArrayList<>();
    List<Block> result = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      int first = instructions.size();
      BitSet live = liveOut(b);
      List<Instruction> reversed = new ArrayList<>();
      for (Draft draft : blocks.get(b).reversed()) {
        reversed.add(new Instruction(0, draft.uses, draft.defs, draft.gpTemps, draft.fpTemps, draft.exits, draft.calls,
            -1, draft.constant, draft.copyOf, draft.restores, (BitSet) live.clone()));
        before(draft, live);
      }
      instructions.addAll(reversed.reversed());
      result.add(new Block(first, instructions.size(), successors.get(b), depth(b),
          resumed.get(b) ? Entry.HANDLER : heads.get(b) ? Entry.LOOP : Entry.NONE, liveIn[b]));
    }
    return new AllocationProblem(REGISTERS, PARAMETERS, result, instructions, false);
  }

  private int depth(int b) {
    int depth = 0;
    for (int from = b; from < successors.size(); from++) {
      for (int head : successors.get(from)) {
        depth += head <= b && head <= from ? 1 : 0;
      }
    }
    return depth;
  }
}
