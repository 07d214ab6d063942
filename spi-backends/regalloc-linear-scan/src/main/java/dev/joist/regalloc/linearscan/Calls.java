package dev.joist.regalloc.linearscan;

import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import java.util.Arrays;

/** Where machine registers lose what they hold. */
final class Calls {
  static final int NEVER = Integer.MAX_VALUE;

  private final int[] calls;
  private final int[] exits;

  Calls(AllocationProblem problem) {
    int[] calling = new int[problem.instructions().size()];
    int[] exiting = new int[problem.instructions().size()];
    int callCount = 0;
    int exitCount = 0;
    for (int i = 0; i < calling.length; i++) {
      Instruction insn = problem.instructions().get(i);
      if (insn.calls()) {
        calling[callCount++] = i;
      }
      if (insn.exits()) {
        exiting[exitCount++] = i;
      }
    }
    calls = Arrays.copyOf(calling, callCount);
    exits = Arrays.copyOf(exiting, exitCount);
  }

  /** The first position from one on at which a call does this, or {@link #NEVER}. */
  int nextCall(int position, int phase) {
    return next(calls, position, phase);
  }

  /** The first position from one on at which a way out is taken, or {@link #NEVER}. */
  int nextExit(int position) {
    return next(exits, position, Position.CLOBBER);
  }

  private static int next(int[] instructions, int position, int phase) {
    int i = Position.instruction(position) + (Position.phase(position) > phase ? 1 : 0);
    int index = Arrays.binarySearch(instructions, i);
    index = index >= 0 ? index : -index - 1;
    return index < instructions.length ? Position.of(instructions[index], phase) : NEVER;
  }
}
