package dev.joist.regalloc.linearscan;

import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the webs of a function. A register that is used for one thing here and for another there is two webs, which may
 * live in different places and as different things.
 */
final class WebBuilder {
  private static final int NONE = -1;

  private final AllocationProblem problem;
  private final int registers;
  // Nodes: one for each register live into a block, one for each definition. United, they are webs.
  private final int[] liveInNode;
  private final int[][] useNode;
  private final int[][] defNode;
  private int[] parent;
  private int[] registerOf;
  private int nodes;
  private Web[] webOf;

  private WebBuilder(AllocationProblem problem) {
    this.problem = problem;
    registers = problem.registerCount();
    liveInNode = new int[problem.blocks().size() * registers];
    Arrays.fill(liveInNode, NONE);
    useNode = new int[problem.instructions().size()][];
    defNode = new int[problem.instructions().size()][];
    parent = new int[256];
    registerOf = new int[256];
  }

  static Webs build(AllocationProblem problem) {
    WebBuilder builder = new WebBuilder(problem);
    for (int b = 0; b < problem.blocks().size(); b++) {
      BitSet liveIn = problem.blocks().get(b).liveIn();
      for (int r = liveIn.nextSetBit(0); r >= 0; r = liveIn.nextSetBit(r + 1)) {
        builder.liveInNode[b * builder.registers + r] = builder.node(r);
      }
    }
    for (int b = 0; b < problem.blocks().size(); b++) {
      builder.connect(b);
    }
    return builder.webs();
  }

  private int node(int register) {
    if (nodes == parent.length) {
      parent = Arrays.copyOf(parent, 2 * nodes);
      registerOf = Arrays.copyOf(registerOf, 2 * nodes);
    }
    parent[nodes] = nodes;
    registerOf[nodes] = register;
    return nodes++;
  }

  private int find(int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private void connect(int b) {
    Block block = problem.blocks().get(b);
    int[] current = Arrays.copyOfRange(liveInNode, b * registers, (b + 1) * registers);
    for (int i = block.first(); i < block.end(); i++) {
      Instruction insn = problem.instructions().get(i);
      useNode[i] = new int[insn.uses().size()];
      for (int u = 0; u < useNode[i].length; u++) {
        int register = insn.uses().get(u).register();
        if (current[register] == NONE) {
          // Read, but not live before: what is in the slot, whatever that is.
          current[register] = node(register);
        }
        useNode[i][u] = current[register];
      }
      defNode[i] = new int[insn.defs().size()];
      for (int d = 0; d < defNode[i].length; d++) {
        int register = insn.defs().get(d).register();
        current[register] = node(register);
        defNode[i][d] = current[register];
      }
    }
    for (int successor : block.successors()) {
      BitSet liveIn = problem.blocks().get(successor).liveIn();
      for (int r = liveIn.nextSetBit(0); r >= 0; r = liveIn.nextSetBit(r + 1)) {
        int there = liveInNode[successor * registers + r];
        if (current[r] != NONE) {
          parent[find(current[r])] = find(there);
        }
      }
    }
  }

  private Webs webs() {
    webOf = new Web[nodes];
    List<Web> all = new ArrayList<>();
    for (int n = 0; n < nodes; n++) {
      int root = find(n);
      if (webOf[root] == null) {
        webOf[root] = new Web(registerOf[root]);
        all.add(webOf[root]);
      }
      webOf[n] = webOf[root];
    }
    Web[][] uses = new Web[useNode.length][];
    Web[][] defs = new Web[defNode.length][];
    for (int i = 0; i < useNode.length; i++) {
      uses[i] = of(useNode[i]);
      defs[i] = of(defNode[i]);
    }
    Web[] liveIn = of(liveInNode);
    return new Webs(problem, all, uses, defs, liveIn);
  }

  private Web[] of(int[] which) {
    Web[] webs = new Web[which.length];
    for (int i = 0; i < which.length; i++) {
      webs[i] = which[i] == NONE ? null : webOf[which[i]];
    }
    return webs;
  }
}
