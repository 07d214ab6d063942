package dev.joist.compiler.analysis;

import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.LoweringEnvironment;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** States a function's allocation problem: its blocks, what is live, and what the lowerings declare. */
public final class ProblemBuilder {
  private final ControlFlow flow;
  private final Lowerings lowerings;
  private final LoweringEnvironment environment;
  private final Liveness liveness;
  private final List<Constraints> constraints = new ArrayList<>();
  private TypeFacts facts;

  public ProblemBuilder(ControlFlow flow, Lowerings lowerings, LoweringEnvironment environment) {
    this.flow = flow;
    this.lowerings = lowerings;
    this.environment = environment;
    liveness = Liveness.of(flow);
  }

  /** What the lowering of each instruction declared; after {@link #build}. */
  public List<Constraints> constraints() {
    return List.copyOf(constraints);
  }

  /** What is known of registers' types; after {@link #build}. */
  public TypeFacts facts() {
    return facts;
  }

  /** @param speculative whether values may be guarded with deoptimization */
  public AllocationProblem build(boolean speculative) {
    for (DecodedInsn insn : flow.code().instructions()) {
      constraints.add(lowerings.of(insn).map(lowering -> lowering.constraints(insn, environment)).orElse(Constraints.SLOW_PATH_ONLY));
    }
    facts = TypeFacts.of(flow, constraints);
    List<Block> blocks = new ArrayList<>(flow.blockCount());
    List<Instruction> instructions = new ArrayList<>(flow.code().instructions().size());
    for (int b = 0; b < flow.blockCount(); b++) {
      blocks.add(new Block(flow.first(b), flow.end(b), flow.successors(b), flow.loopDepth(b), entry(b), liveness.liveIn(b)));
      Map<Integer, Long> known = new HashMap<>();
      TypeFacts.Walk types = facts.walk(b);
      for (int i = flow.first(b); i < flow.end(b); i++) {
        instructions.add(instruction(i, known, types));
        types.pass(i);
      }
    }
    return new AllocationProblem(flow.code().template().registerCount(), flow.code().template().parameterCount(), blocks, instructions,
        speculative);
  }

  private Entry entry(int block) {
    return flow.isHandler(block) ? Entry.HANDLER : flow.isLoopHead(block) ? Entry.LOOP : Entry.NONE;
  }

  private Instruction instruction(int index, Map<Integer, Long> known, TypeFacts.Walk types) {
    DecodedInsn insn = flow.code().instructions().get(index);
    Constraints needs = constraints.get(index);
    List<Use> uses = new ArrayList<>(4);
    BitSet seen = new BitSet();
    Registers.uses(insn, (operand, register) -> uses.add(use(needs, operand, register, known, types, seen)));
    List<Def> defs = new ArrayList<>(2);
    boolean[] unboxes = {uses.stream().anyMatch(use -> use.policy() == UsePolicy.DOUBLE)};
    Registers.defs(insn, (operand, register) -> {
      defs.add(new Def(operand, register, needs.result(operand)));
      unboxes[0] |= needs.result(operand) == Representation.DOUBLE;
    });
    int copyOf = -1;
    for (int u = 0; u < uses.size(); u++) {
      if (needs.copyOf() >= 0 && uses.get(u).operand() == needs.copyOf()) {
        copyOf = u;
      }
    }
    learn(insn, needs, defs, copyOf < 0 ? OptionalLong.empty() : uses.get(copyOf).known(), known);
    // One more temp for the context itself, where it unboxes or boxes doubles.
    int gpTemps = needs.gpTemps() + (unboxes[0] ? 1 : 0);
    int handler = Liveness.mayThrow(insn) ? flow.handlerOf(index) : -1;
    return new Instruction(insn.offset(), uses, defs, gpTemps, needs.fpTemps(), needs.exits(), needs.calls(), handler, needs.constant(), copyOf,
        liveness.liveAfter(index));
  }

  private static Use use(Constraints needs, int operand, int register, Map<Integer, Long> known, TypeFacts.Walk types, BitSet seen) {
    UsePolicy policy = needs.use(operand);
    if (seen.get(operand) && policy == UsePolicy.BOXED_AND_IN_SLOT) {
      policy = UsePolicy.IN_SLOT;
    }
    seen.set(operand);
    Long value = known.get(register);
    return new Use(operand, register, policy, value == null ? OptionalLong.empty() : OptionalLong.of(value), types.of(register));
  }

  private void learn(DecodedInsn insn, Constraints needs, List<Def> defs, OptionalLong copied, Map<Integer, Long> known) {
    int killed = Registers.killedFrom(insn, Integer.MAX_VALUE);
    known.keySet().removeIf(register -> register >= killed);
    for (Def def : defs) {
      known.remove(def.register());
      if (needs.constant().isPresent()) {
        known.put(def.register(), needs.constant().getAsLong());
      } else if (copied.isPresent()) {
        known.put(def.register(), copied.getAsLong());
      }
    }
  }
}
