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
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** States a function's allocation problem: its blocks, what is live, and what the lowerings declare. */
public final class ProblemBuilder {
  private final Lowerings lowerings;
  private final LoweringEnvironment environment;
  private ControlFlow flow;
  private Liveness liveness;
  private final List<Constraints> constraints = new ArrayList<>();
  private TypeFacts facts;
  private KnownFacts known;

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

  /** What else is known of registers; after {@link #build}. */
  public KnownFacts known() {
    return known;
  }

  /** The blocks, with guards before loops; after {@link #build}. */
  public ControlFlow flow() {
    return flow;
  }

  /** @param speculative whether values may be guarded with deoptimization */
  public AllocationProblem build(boolean speculative) {
    analyse();
    if (speculative) {
      insert(EntryGuards.choose(flow, constraints));
      move(LoopReads.choose(flow, constraints, lowerings));
      List<LoopGuard> guards = new ArrayList<>(NumberGuards.choose(flow, constraints, liveness, facts));
      guards.addAll(FactGuards.choose(flow, constraints, liveness));
      guards.sort(Comparator.comparingInt(LoopGuard::head));
      insert(guards);
    }
    if (speculative) {
      tellDoubles();
    }
    known = speculative ? KnownFacts.of(flow, constraints) : KnownFacts.NONE;
    List<Block> blocks = new ArrayList<>(flow.blockCount());
    List<Instruction> instructions = new ArrayList<>(flow.code().instructions().size());
    for (int b = 0; b < flow.blockCount(); b++) {
      blocks.add(new Block(flow.first(b), flow.end(b), flow.successors(b), flow.loopDepth(b), entry(b),
          liveness.liveIn(b)));
      OptionalLong[] known = new OptionalLong[flow.code().registerCount()];
      Arrays.fill(known, OptionalLong.empty());
      TypeFacts.Walk types = facts.walk(b);
      for (int i = flow.first(b); i < flow.end(b); i++) {
        instructions.add(instruction(i, known, types));
        types.pass(i);
      }
    }
    return new AllocationProblem(flow.code().registerCount(), flow.code().template().parameterCount(),
        blocks, instructions,
        speculative);
  }

  /** Who reads a register that is known to be a double may want it as that, whatever it would have wanted else. */
  private void tellDoubles() {
    for (int b = 0; b < flow.blockCount(); b++) {
      TypeFacts.Walk types = facts.walk(b);
      for (int i = flow.first(b); i < flow.end(b); i++) {
        DecodedInsn insn = flow.code().instructions().get(i);
        BitSet doubles = new BitSet();
        Registers.uses(insn, (operand, register) -> doubles.set(operand, types.of(register) == Representation.DOUBLE));
        types.pass(i);
        if (!doubles.isEmpty()) {
          insn.knownDoubles(doubles);
          constraints.set(i, lowerings.constraints(insn, environment));
        }
      }
    }
  }

  private void insert(List<LoopGuard> guards) {
    if (!guards.isEmpty()) {
      change(flow.code().with(guards));
    }
  }

  private void move(LoopReads reads) {
    if (!reads.isEmpty()) {
      change(flow.code().with(reads));
    }
  }

  private void change(Code code) {
    flow = ControlFlow.of(code);
    liveness = Liveness.of(flow);
    analyse();
  }

  private void analyse() {
    constraints.clear();
    constraints.addAll(Readers.constraints(flow, liveness, insn -> lowerings.constraints(insn, environment)));
    facts = TypeFacts.of(flow, constraints);
  }

  private Entry entry(int block) {
    return flow.isHandler(block) || flow.isResumed(block) ? Entry.HANDLER : flow.isLoopHead(block) ? Entry.LOOP : Entry.NONE;
  }

  private Instruction instruction(int index, OptionalLong[] known, TypeFacts.Walk types) {
    DecodedInsn insn = flow.code().instructions().get(index);
    Constraints needs = constraints.get(index);
    List<Use> uses = new ArrayList<>(4);
    BitSet seen = new BitSet();
    Registers.uses(insn, (operand, register) -> uses.add(use(needs, operand, register, known, types, seen)));
    List<Def> defs = new ArrayList<>(2);
    boolean[] unboxes = {uses.stream().anyMatch(use -> use.policy() == UsePolicy.DOUBLE)};
    Registers.defs(insn, (operand, register) -> {
      defs.add(new Def(operand, register, representation(needs, operand)));
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
    return new Instruction(insn.offset(), uses, defs, gpTemps, needs.fpTemps(), needs.exits(), needs.calls(), handler,
        needs.constant(), copyOf, needs.restores(), liveness.liveAfter(index));
  }

  private static Representation representation(Constraints needs, int operand) {
    if (needs.constant().isEmpty()) {
      return needs.result(operand);
    }
    long value = needs.constant().getAsLong();
    return Values.isInt32(value) ? Representation.INT32 : Values.isDouble(value) ? Representation.DOUBLE
        : Representation.BOXED;
  }

  private static Use use(Constraints needs, int operand, int register, OptionalLong[] known, TypeFacts.Walk types,
      BitSet seen) {
    UsePolicy policy = needs.use(operand);
    if (seen.get(operand) && policy == UsePolicy.BOXED_AND_IN_SLOT) {
      policy = UsePolicy.IN_SLOT;
    }
    seen.set(operand);
    return new Use(operand, register, policy, known[register], types.of(register));
  }

  private static void learn(DecodedInsn insn, Constraints needs, List<Def> defs, OptionalLong copied,
      OptionalLong[] known) {
    for (int r = Registers.killedFrom(insn, known.length); r < known.length; r++) {
      known[r] = OptionalLong.empty();
    }
    for (Def def : defs) {
      known[def.register()] = needs.constant().isPresent() ? needs.constant() : copied;
    }
  }
}
