package dev.joist.compiler.analysis;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.Place;
import dev.joist.spi.regalloc.Representation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is read once before a loop rather than in each iteration: what a loop reads from places that it does not write, by
 * registers that it does not write, all the time. It is kept in a register that the bytecode does not know, of which there
 * are {@link Layout#SPARE_REGISTERS} in a frame. Only in innermost loops in which nothing ends facts, so that nobody else may write
 * there either, and no slow path that may run anything comes back.
 */
final class LoopReads {
  private static final int MOST_REGISTERS = 255;

  private final ControlFlow flow;
  private final List<Constraints> constraints;
  private final Lowerings lowerings;
  private final List<LoopGuard> guards = new ArrayList<>();
  private final Map<Integer, Integer> moved = new HashMap<>();
  private final int first;
  private int next;

  // Of the loop that is looked at
  private final BitSet written = new BitSet();
  private final Set<Place> writtenPlaces = new HashSet<>();
  private final Map<List<Object>, Integer> read = new HashMap<>();
  private final Map<Integer, Set<Fact>> asked = new HashMap<>();

  private LoopReads(ControlFlow flow, List<Constraints> constraints, Lowerings lowerings) {
    this.flow = flow;
    this.constraints = constraints;
    this.lowerings = lowerings;
    first = flow.code().registerCount();
    next = first;
  }

  static LoopReads choose(ControlFlow flow, List<Constraints> constraints, Lowerings lowerings) {
    LoopReads reads = new LoopReads(flow, constraints, lowerings);
    if (constraints.stream().anyMatch(needs -> needs.reads().isPresent())) {
      for (int head = 0; head < flow.blockCount(); head++) {
        if (flow.isLoopHead(head) && flow.mayGuard(head) && reads.look(head)) {
          reads.loop(head);
        }
      }
    }
    return reads;
  }

  boolean isEmpty() {
    return moved.isEmpty();
  }

  /** What comes before the loops, in the order of their heads. */
  List<LoopGuard> guards() {
    return guards;
  }

  /** By the number of an instruction that is not needed any more, the register that has what it reads. */
  Map<Integer, Integer> moved() {
    return moved;
  }

  /** How many registers there are now. */
  int registerCount() {
    return next;
  }

  /** Looks at all of a loop; false when it may do anything to what it reads. */
  private boolean look(int head) {
    BitSet body = flow.loopBody(head);
    written.clear();
    writtenPlaces.clear();
    for (int block = body.nextSetBit(0); block >= 0; block = body.nextSetBit(block + 1)) {
      if (block != head && flow.isLoopHead(block) || flow.isHandler(block) || flow.isResumed(block)) {
        return false;
      }
      for (int i = flow.first(block); i < flow.end(block); i++) {
        DecodedInsn insn = flow.code().instructions().get(i);
        if (KnownFacts.disturbs(insn, constraints.get(i)) || lowerings.isFromOutside(insn) || insn.descriptor().has(Effect.SUSPENDS)) {
          return false;
        }
        Registers.defs(insn, (operand, register) -> written.set(register));
        constraints.get(i).writes().ifPresent(writtenPlaces::add);
      }
    }
    return true;
  }

  private void loop(int head) {
    read.clear();
    asked.clear();
    BitSet body = flow.loopBody(head);
    for (int block = body.nextSetBit(0); block >= 0; block = body.nextSetBit(block + 1)) {
      if (reads(block) && flow.isInEveryIteration(head, block)) {
        block(head, block);
      }
    }
  }

  private boolean reads(int block) {
    for (int i = flow.first(block); i < flow.end(block); i++) {
      if (constraints.get(i).reads().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void block(int head, int block) {
    // What registers have in this block that was read before the loop.
    Map<Integer, Integer> have = new HashMap<>();
    for (int i = flow.first(block); i < flow.end(block); i++) {
      DecodedInsn insn = flow.code().instructions().get(i);
      ask(head, insn, constraints.get(i), have);
      Optional<Integer> register = read(head, i, have);
      Registers.defs(insn, (operand, defined) -> have.remove(defined));
      if (register.isPresent()) {
        moved.put(i, register.get());
        Registers.defs(insn, (operand, defined) -> have.put(defined, register.get()));
      }
    }
  }

  /** What an instruction asks for of something that was read before the loop is asked there. */
  private void ask(int head, DecodedInsn insn, Constraints needs, Map<Integer, Integer> have) {
    needs.guards().forEach((operand, facts) -> {
      Integer register = have.get(insn.operand(operand));
      if (register == null) {
        return;
      }
      Set<Fact> known = asked.computeIfAbsent(register, r -> new HashSet<>());
      for (Fact fact : facts) {
        if (!known.contains(fact) && known.stream().anyMatch(other -> !other.lasts() && !fact.lasts() && other.getClass() == fact.getClass())) {
          return;
        }
        if (known.add(fact)) {
          guards.add(new LoopGuard.OfFact(offset(head), witness(head), register, fact));
        }
      }
    });
  }

  private int offset(int head) {
    return flow.code().instructions().get(flow.first(head)).offset();
  }

  private int witness(int head) {
    return flow.backEdge(head).offset();
  }

  /** The register that has what an instruction reads, if that may be read before the loop. */
  private Optional<Integer> read(int head, int i, Map<Integer, Integer> have) {
    DecodedInsn insn = flow.code().instructions().get(i);
    Constraints needs = constraints.get(i);
    if (needs.reads().isEmpty() || writtenPlaces.contains(needs.reads().get())) {
      return Optional.empty();
    }
    int[] operands = insn.operands();
    List<Object> key = new ArrayList<>(List.of(insn.descriptor(), needs.reads().get(), insn.isReadAsDouble()));
    int result = -1;
    for (int o = 0; o < operands.length; o++) {
      Operand operand = insn.descriptor().operands().get(o);
      if (operand.kind() == OperandKind.DEF) {
        result = o;
      } else if (operand.kind() == OperandKind.USE) {
        Integer before = have.get(operands[o]);
        if (before == null && written.get(operands[o])) {
          return Optional.empty();
        }
        operands[o] = before == null ? operands[o] : before;
      }
      if (operand.kind() != OperandKind.DEF && operand.kind() != OperandKind.SITE) {
        key.add(operands[o]);
      }
    }
    Integer known = read.get(key);
    if (known == null) {
      if (next - first == Layout.SPARE_REGISTERS || next == MOST_REGISTERS) {
        return Optional.empty();
      }
      known = next++;
      operands[result] = known;
      add(head, insn, needs, known, operands);
      read.put(key, known);
    }
    return Optional.of(known);
  }

  private void add(int head, DecodedInsn insn, Constraints needs, int register, int[] operands) {
    guards.add(new LoopGuard.Read(offset(head), witness(head), register, insn, insn.isReadAsDouble(), Arrays.stream(operands).boxed().toList(),
        lowerings.of(insn).orElseThrow()));
    boolean boxed = needs.results().values().stream().allMatch(result -> result == Representation.BOXED);
    if (boxed && insn.isReadAsDouble()) {
      guards.add(new LoopGuard.Number(offset(head), witness(head), register, Representation.DOUBLE));
    }
  }
}
