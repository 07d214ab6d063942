package dev.joist.regalloc.linearscan;

import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The loops of a function, each the stretch of code from its head to its last back-edge. */
final class Loops {
  private static final int MAX_DEPTH = 6;
  private static final int LOOP_WEIGHT = 8;

  /**
   * @param head block
   * @param last the block of the last back-edge
   * @param from first instruction
   * @param end instruction after the last
   * @param parent the smallest loop around it, or null
   */
  record Loop(int head, int last, int from, int end, Loop parent) {
    boolean contains(int instruction) {
      return from <= instruction && instruction < end;
    }
  }

  private final AllocationProblem problem;
  private final Loop[] headedBy;
  private final Loop[] innermost;

  Loops(AllocationProblem problem) {
    this.problem = problem;
    List<Block> blocks = problem.blocks();
    headedBy = new Loop[blocks.size()];
    innermost = new Loop[blocks.size()];
    int[] last = new int[blocks.size()];
    Arrays.fill(last, -1);
    for (int b = 0; b < blocks.size(); b++) {
      for (int successor : blocks.get(b).successors()) {
        if (successor <= b && blocks.get(successor).entry() == Entry.LOOP) {
          last[successor] = b;
        }
      }
    }
    Loop current = null;
    for (int b = 0; b < blocks.size(); b++) {
      while (current != null && b > current.last) {
        current = current.parent;
      }
      if (last[b] >= 0) {
        int end = current == null ? last[b] : Math.min(last[b], current.last);
        current = new Loop(b, end, blocks.get(b).first(), blocks.get(end).end(), current);
        headedBy[b] = current;
      }
      innermost[b] = current;
    }
  }

  /** The loop that a block is the head of, or null. */
  Loop headedBy(int block) {
    return headedBy[block];
  }

  /** The smallest loop around a block, or null. */
  Loop innermost(int block) {
    return innermost[block];
  }

  /** Loops whose last block is this one. */
  List<Loop> endingWith(int block) {
    List<Loop> ending = new ArrayList<>(1);
    for (Loop loop = innermost[block]; loop != null && loop.last == block; loop = loop.parent) {
      ending.add(loop);
    }
    return ending;
  }

  /** The largest loop around a block that an instruction is not in, or null. */
  Loop outermostWithout(int block, int instruction) {
    Loop found = null;
    for (Loop loop = innermost[block]; loop != null && !loop.contains(instruction); loop = loop.parent) {
      found = loop;
    }
    return found;
  }

  /** How much more often than once an instruction of a block is estimated to be executed. */
  long weight(int block) {
    long weight = 1;
    for (int i = 0; i < Math.min(problem.blocks().get(block).loopDepth(), MAX_DEPTH); i++) {
      weight *= LOOP_WEIGHT;
    }
    return weight;
  }
}
