package dev.joist.conformance.kit.regalloc;

import dev.joist.conformance.kit.RuleViolation;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.Allocation.EdgeTransfers;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Entry;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Transfer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks an allocation by executing it symbolically: a forward dataflow analysis of which place is sure to hold whose
 * value, over transfers, clobbers, exits and edges. It knows the contract and nothing of any allocator.
 */
public final class AllocationChecker {
  private final AllocationProblem problem;
  private final Allocation allocation;
  private final InstructionChecker instructions;
  private final Map<Edge, List<Transfer>> edges = new HashMap<>();
  private final MachineState[] in;

  private record Edge(int from, int to) {}

  private AllocationChecker(AllocationProblem problem, RegisterFile registers, Allocation allocation) {
    this.problem = problem;
    this.allocation = allocation;
    instructions = new InstructionChecker(problem, registers, allocation);
    in = new MachineState[problem.blocks().size()];
  }

  /** @throws RuleViolation when the code that follows the allocation could go wrong; the message says where */
  public static void check(AllocationProblem problem, RegisterFile registers, Allocation allocation) {
    try {
      new AllocationChecker(problem, registers, allocation).run();
    } catch (RuleViolation violation) {
      throw new RuleViolation(violation.getMessage() + "\n" + describe(problem, allocation));
    }
  }

  private static String describe(AllocationProblem problem, Allocation allocation) {
    StringBuilder text = new StringBuilder();
    for (int b = 0; b < problem.blocks().size(); b++) {
      text.append("block ").append(b).append(' ').append(problem.blocks().get(b)).append(" entered by ")
          .append(allocation.entries().get(b)).append('\n');
      for (int i = problem.blocks().get(b).first(); i < problem.blocks().get(b).end(); i++) {
        text.append("  ").append(i).append(' ').append(problem.instructions().get(i)).append("\n    ")
            .append(allocation.placements().get(i)).append('\n');
      }
    }
    return text.append(allocation.edges()).append('\n').toString();
  }

  private void run() {
    shape();
    for (int b = 0; b < in.length; b++) {
      Block block = problem.blocks().get(b);
      if (b == 0 || block.entry() == Entry.HANDLER) {
        in[b] = entered(b, false);
      }
    }
    // Errors may stem from a state that is still too good: so first the fixed point, then the errors.
    Deque<Integer> work = new ArrayDeque<>();
    for (int b = 0; b < in.length; b++) {
      if (in[b] != null) {
        work.add(b);
      }
    }
    while (!work.isEmpty()) {
      int block = work.remove();
      MachineState out = pass(block, false);
      for (int successor : problem.blocks().get(block).successors()) {
        if (join(successor, along(block, successor, out.copy(), false)) && !work.contains(successor)) {
          work.add(successor);
        }
      }
    }
    for (int b = 0; b < in.length; b++) {
      if (in[b] != null) {
        MachineState out = pass(b, true);
        for (int successor : problem.blocks().get(b).successors()) {
          along(b, successor, out.copy(), true);
        }
      }
    }
  }

  private void shape() {
    require(allocation.placements().size() == problem.instructions().size(), "there are " + allocation.placements().size()
        + " placements for " + problem.instructions().size() + " instructions");
    require(allocation.entries().size() == problem.blocks().size(), "there are " + allocation.entries().size()
        + " lists of entry transfers for " + problem.blocks().size() + " blocks");
    require(allocation.spillBytes() % 16 == 0, "a frame of " + allocation.spillBytes() + " bytes is not aligned to 16");
    for (EdgeTransfers edge : allocation.edges()) {
      require(problem.blocks().get(edge.from()).successors().contains(edge.to()), "there is no edge from block "
          + edge.from() + " to block " + edge.to());
      require(edges.put(new Edge(edge.from(), edge.to()), edge.transfers()) == null, "the edge from block "
          + edge.from() + " to block " + edge.to() + " is listed twice");
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new RuleViolation(message);
    }
  }

  /** The state at a block's head when it is entered otherwise than by an edge. */
  private MachineState entered(int block, boolean strict) {
    MachineState state = new MachineState(problem.registerCount());
    if (in[block] != null) {
      state.assumeFacts(in[block]);
    }
    instructions.checked("the entry of block " + block, strict).transfers(state, allocation.entries().get(block));
    return state;
  }

  /** Executes a block from what is known at its head. The result is the state behind the last instruction. */
  private MachineState pass(int block, boolean strict) {
    MachineState state = in[block].copy();
    Block passed = problem.blocks().get(block);
    if (passed.entry() != Entry.NONE || block == 0) {
      state.meetPlaces(entered(block, strict));
    }
    for (int i = passed.first(); i < passed.end(); i++) {
      boolean jumps = i == passed.end() - 1 && passed.successors().stream().anyMatch(s -> s != block + 1);
      instructions.checked("instruction " + i + " at offset " + problem.instructions().get(i).offset(), strict)
          .instruction(state, i, jumps);
    }
    return state;
  }

  private MachineState along(int from, int to, MachineState state, boolean strict) {
    instructions.checked("the edge from block " + from + " to block " + to, strict)
        .parallel(state, edges.getOrDefault(new Edge(from, to), List.of()));
    return state;
  }

  private boolean join(int block, MachineState state) {
    if (in[block] == null) {
      in[block] = state;
      return true;
    }
    return in[block].meet(state);
  }

  /** Whether two transfers write to the same place. */
  static boolean distinctTargets(List<Transfer> transfers) {
    Set<Object> targets = new HashSet<>();
    for (Transfer transfer : transfers) {
      Object target = switch (transfer.to()) {
        case Location.Slot slot -> transfer.register();
        case Location.InGp at -> at.register();
        case Location.InFp at -> at.register();
        case Location.Spilled at -> List.of("spilled", at.offset());
        case Location.Known known -> transfer;
      };
      if (!targets.add(target)) {
        return false;
      }
    }
    return true;
  }
}
