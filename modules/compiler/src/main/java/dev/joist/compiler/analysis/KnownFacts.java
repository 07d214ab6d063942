package dev.joist.compiler.analysis;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import dev.joist.bytecode.SiteKind;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which facts are known of registers, so that they need no check: what guards have found out, as long as nothing may have
 * ended it. A forward dataflow analysis; a backward one then finds out which of that is of use to anybody.
 *
 * <p>A slow path may run anything and so end facts. Where facts are in use behind an instruction whose slow path may do so,
 * it does not come back: the interpreter goes on behind the instruction ({@link #leaves}). A loop that is entered from
 * the interpreter checks what is in use at its head ({@link #atHead}).
 */
public final class KnownFacts {
  /** Nothing is known. */
  public static final KnownFacts NONE = new KnownFacts();

  /** Something true of a register. */
  public record Known(int register, Fact fact) {}

  private final ControlFlow flow;
  private final List<Constraints> constraints;
  private final int registers;
  private final List<Known> all = new ArrayList<>();
  private final Map<Known, Integer> numbers = new HashMap<>();
  /** By register the numbers of what may be known of it. */
  private final BitSet[] of;
  private final BitSet passing = new BitSet();
  private final BitSet[] in;
  private final BitSet[] wanted;
  private final BitSet[] proven;
  private final BitSet leaving = new BitSet();

  private KnownFacts() {
    flow = null;
    constraints = List.of();
    registers = 0;
    of = new BitSet[0];
    in = new BitSet[0];
    wanted = new BitSet[0];
    proven = new BitSet[0];
  }

  private KnownFacts(ControlFlow flow, List<Constraints> constraints) {
    this.flow = flow;
    this.constraints = constraints;
    registers = flow.code().registerCount();
    of = new BitSet[registers];
    in = new BitSet[flow.blockCount()];
    wanted = new BitSet[flow.blockCount()];
    proven = new BitSet[constraints.size()];
    collect();
    if (!all.isEmpty()) {
      solveForward();
      solveBackward();
    }
    flow.undisturbed().stream().forEach(this::leave);
  }

  /** What was read before a loop is as good as a fact: in it no slow path comes back that may write there. */
  private void leave(int block) {
    for (int i = flow.first(block); i < flow.end(block); i++) {
      if (mayRunAnything(flow.code().instructions().get(i), constraints.get(i))) {
        leaving.set(i);
      }
    }
  }

  private static boolean mayRunAnything(DecodedInsn insn, Constraints needs) {
    return needs.exits() && insn.descriptor().has(Effect.CALLS);
  }

  /** @param constraints of each instruction */
  public static KnownFacts of(ControlFlow flow, List<Constraints> constraints) {
    return new KnownFacts(flow, constraints);
  }

  private void collect() {
    for (int i = 0; i < constraints.size(); i++) {
      DecodedInsn insn = flow.code().instructions().get(i);
      constraints.get(i).guards().forEach((operand, facts) -> {
        for (Fact fact : facts) {
          number(new Known(insn.operand(operand), fact));
        }
      });
    }
    while (!all.isEmpty() && collectSources()) {
      // Copies of copies.
    }
  }

  /** What is asked of a copy is worth knowing of what it is copied from; false when that adds nothing. */
  private boolean collectSources() {
    int before = all.size();
    for (int i = 0; i < constraints.size(); i++) {
      DecodedInsn insn = flow.code().instructions().get(i);
      if (constraints.get(i).copyOf() >= 0) {
        int source = insn.operand(constraints.get(i).copyOf());
        Registers.defs(insn, (operand, register) -> {
          if (of[register] != null) {
            for (int number : of[register].stream().toArray()) {
              number(new Known(source, all.get(number).fact));
            }
          }
        });
      }
    }
    return all.size() > before;
  }

  private void number(Known known) {
    if (numbers.putIfAbsent(known, all.size()) == null) {
      if (of[known.register] == null) {
        of[known.register] = new BitSet();
      }
      of[known.register].set(all.size());
      passing.set(all.size(), !known.fact.lasts());
      all.add(known);
    }
  }

  /** Whether a lowering has any guards for facts. */
  boolean isEmpty() {
    return all.isEmpty();
  }

  // What ends facts

  /** Whether an instruction ends all facts that do not last. */
  static boolean disturbs(DecodedInsn insn, Constraints needs) {
    return needs == Constraints.SLOW_PATH_ONLY || needs.calls() || needs.reshapes()
        || mayRunAnything(insn, needs) && !mayLeave(insn);
  }

  /** Whether its slow path need not come back: somebody hears of it when that happens often, or it hardly can. */
  private static boolean mayLeave(DecodedInsn insn) {
    if ((insn.feedback() & Feedback.GENERIC) != 0) {
      return false;
    }
    List<Operand> operands = insn.descriptor().operands();
    for (int o = 0; o < operands.size(); o++) {
      if (operands.get(o).kind() == OperandKind.SITE) {
        return operands.get(o).site() == SiteKind.GLOBAL ? insn.siteWord(o, 0) != 0
            : operands.get(o).site() != SiteKind.ALLOCATION;
      }
    }
    return false;
  }

  // Forward: what is true

  private void solveForward() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int b = 0; b < flow.blockCount(); b++) {
        if (b == 0 || flow.isHandler(b) || flow.isResumed(b) || flow.isLoopHead(b) && !flow.mayGuard(b)) {
          in[b] = new BitSet();
        }
        if (in[b] == null) {
          continue;
        }
        BitSet held = (BitSet) in[b].clone();
        for (int i = flow.first(b); i < flow.end(b); i++) {
          pass(i, held);
        }
        for (int successor : flow.successors(b)) {
          changed |= meet(successor, held);
        }
      }
    }
  }

  private boolean meet(int block, BitSet held) {
    if (in[block] == null) {
      in[block] = (BitSet) held.clone();
      return true;
    }
    int before = in[block].cardinality();
    in[block].and(held);
    return in[block].cardinality() != before;
  }

  private void pass(int i, BitSet held) {
    DecodedInsn insn = flow.code().instructions().get(i);
    Constraints needs = constraints.get(i);
    if (!needs.guards().isEmpty()) {
      BitSet known = new BitSet();
      needs.guards().forEach((operand, facts) -> {
        for (Fact fact : facts) {
          int number = numbers.get(new Known(insn.operand(operand), fact));
          known.set(number, held.get(number));
          held.set(number);
        }
      });
      proven[i] = known;
    }
    if (disturbs(insn, needs)) {
      held.andNot(passing);
    }
    BitSet copied = needs.copyOf() < 0 ? null : copies(insn.operand(needs.copyOf()), insn, held);
    killed(insn, held);
    if (copied != null) {
      held.or(copied);
    }
    needs.becomes().forEach((operand, fact) -> {
      Integer number = numbers.get(new Known(insn.operand(operand), fact));
      if (number != null) {
        held.set(number);
      }
    });
    needs.cells().forEach(operand -> {
      Integer number = numbers.get(new Known(insn.operand(operand), Fact.CELL));
      if (number != null) {
        held.set(number);
      }
    });
  }

  /** What is known of a copy's target, since it is of its source. */
  private BitSet copies(int source, DecodedInsn insn, BitSet held) {
    BitSet copied = new BitSet();
    Registers.defs(insn, (operand, register) -> {
      if (of[register] != null) {
        of[register].stream().filter(target -> isHeld(new Known(source, all.get(target).fact), held)).forEach(copied::set);
      }
    });
    return copied;
  }

  private boolean isHeld(Known known, BitSet held) {
    Integer number = numbers.get(known);
    return number != null && held.get(number);
  }

  private void killed(DecodedInsn insn, BitSet held) {
    for (int r = Registers.killedFrom(insn, registers); r < registers; r++) {
      if (of[r] != null) {
        held.andNot(of[r]);
      }
    }
    Registers.defs(insn, (operand, register) -> {
      if (of[register] != null) {
        held.andNot(of[register]);
      }
    });
  }

  // Backward: what of that is of use

  private void solveBackward() {
    for (int b = 0; b < wanted.length; b++) {
      wanted[b] = new BitSet();
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int b = flow.blockCount() - 1; b >= 0; b--) {
        if (in[b] == null) {
          continue;
        }
        BitSet use = new BitSet();
        for (int successor : flow.successors(b)) {
          use.or(wanted[successor]);
        }
        for (int i = flow.end(b) - 1; i >= flow.first(b); i--) {
          passBack(i, use);
        }
        use.and(in[b]);
        if (!use.equals(wanted[b])) {
          wanted[b] = use;
          changed = true;
        }
      }
    }
  }

  private void passBack(int i, BitSet use) {
    DecodedInsn insn = flow.code().instructions().get(i);
    Constraints needs = constraints.get(i);
    if (mayRunAnything(insn, needs) && !disturbs(insn, needs) && use.intersects(passing)) {
      leaving.set(i);
    }
    needs.becomes().forEach((operand, fact) -> {
      Integer number = numbers.get(new Known(insn.operand(operand), fact));
      if (number != null) {
        use.clear(number);
      }
    });
    BitSet sources = needs.copyOf() < 0 ? null : sources(insn.operand(needs.copyOf()), insn, use);
    killed(insn, use);
    if (sources != null) {
      use.or(sources);
    }
    if (disturbs(insn, needs)) {
      use.andNot(passing);
    }
    needs.guards().forEach((operand, facts) -> {
      for (Fact fact : facts) {
        int number = numbers.get(new Known(insn.operand(operand), fact));
        use.set(number, proven[i].get(number));
      }
    });
  }

  private BitSet sources(int source, DecodedInsn insn, BitSet use) {
    BitSet sources = new BitSet();
    Registers.defs(insn, (operand, register) -> {
      if (of[register] != null) {
        of[register].stream().filter(use::get).forEach(target -> {
          Integer number = numbers.get(new Known(source, all.get(target).fact));
          if (number != null) {
            sources.set(number);
          }
        });
      }
    });
    return sources;
  }

  // Answers

  /** Whether a fact that an instruction asks for is known. */
  public boolean isProven(int instruction, int register, Fact fact) {
    return !all.isEmpty() && proven[instruction] != null && isHeld(new Known(register, fact), proven[instruction]);
  }

  /** Whether an instruction's slow path does not come back, but leaves the rest of the frame to the interpreter. */
  public boolean leaves(int instruction) {
    return leaving.get(instruction);
  }

  /** What must be true where a block is entered otherwise than by an edge, in an order in which it can be checked. */
  public List<Known> atHead(int block) {
    return all.isEmpty() || in[block] == null ? List.of() : wanted[block].stream().mapToObj(all::get).toList();
  }

  /** Whether a fact is known at a block's head. */
  boolean isKnownAtHead(int block, Known known) {
    return !all.isEmpty() && in[block] != null && isHeld(known, in[block]);
  }
}
