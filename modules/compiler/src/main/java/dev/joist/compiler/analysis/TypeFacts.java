package dev.joist.compiler.analysis;

import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.value.Values;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which registers are known to hold an int32, or a double: a forward dataflow analysis over what lowerings promise of
 * their results. A loop may also be entered from the interpreter; that entry checks what is known at the loop's head,
 * so it is left out here. Of a frame that is resumed nothing is known: it may have been suspended by the interpreter.
 */
public final class TypeFacts {
  // What a register may hold. No bit: the code is not reached.
  private static final byte INT32 = 1;
  private static final byte DOUBLE = 2;
  private static final byte ANYTHING = 7;

  private final ControlFlow flow;
  private final List<Constraints> constraints;
  private final int registers;
  private final byte[][] in;
  private final Map<Integer, Representation[]> assumed;
  private final Map<Integer, byte[]> before = new HashMap<>();

  private TypeFacts(ControlFlow flow, List<Constraints> constraints, Map<Integer, Representation[]> assumed) {
    this.flow = flow;
    this.constraints = constraints;
    this.assumed = assumed;
    registers = flow.code().registerCount();
    in = new byte[flow.blockCount()][registers];
    solve();
  }

  /** @param constraints of each instruction */
  public static TypeFacts of(ControlFlow flow, List<Constraints> constraints) {
    return new TypeFacts(flow, constraints, Map.of());
  }

  /**
   * What would be known if registers were guarded before loops.
   *
   * @param assumed by a loop's head what comes into the loop is guarded to be, null where it is not
   */
  static TypeFacts of(ControlFlow flow, List<Constraints> constraints, Map<Integer, Representation[]> assumed) {
    return new TypeFacts(flow, constraints, assumed);
  }

  private void solve() {
    for (int b = 0; b < flow.blockCount(); b++) {
      if (b == 0 || flow.isHandler(b) || flow.isResumed(b)) {
        Arrays.fill(in[b], ANYTHING);
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int b = 0; b < flow.blockCount(); b++) {
        Walk walk = walk(b);
        for (int i = flow.first(b); i < flow.end(b); i++) {
          walk.pass(i);
        }
        for (int successor : flow.successors(b)) {
          changed |= join(in[successor], guarded(b, successor, walk.types));
        }
      }
    }
  }

  private byte[] guarded(int from, int to, byte[] types) {
    Representation[] guards = from < to ? assumed.get(to) : null;
    if (guards == null) {
      return types;
    }
    join(before.computeIfAbsent(to, head -> new byte[registers]), types);
    byte[] result = types.clone();
    for (int r = 0; r < registers; r++) {
      if (guards[r] != null && result[r] != 0) {
        result[r] = guards[r] == Representation.INT32 ? INT32 : DOUBLE;
      }
    }
    return result;
  }

  private static boolean join(byte[] into, byte[] types) {
    boolean changed = false;
    for (int r = 0; r < into.length; r++) {
      byte joined = (byte) (into[r] | types[r]);
      changed |= joined != into[r];
      into[r] = joined;
    }
    return changed;
  }

  /** What is known at the head of a block: INT32, DOUBLE, or BOXED for nothing. */
  public Representation atHead(int block, int register) {
    return representation(in[block][register]);
  }

  /** What is known where a loop with guards is entered, before them. */
  Representation beforeLoop(int head, int register) {
    byte[] types = before.get(head);
    return types == null ? Representation.BOXED : representation(types[register]);
  }

  private static Representation representation(byte type) {
    return switch (type) {
      case INT32 -> Representation.INT32;
      case DOUBLE -> Representation.DOUBLE;
      default -> Representation.BOXED;
    };
  }

  /** A walk through the instructions of a block, from its first. */
  public Walk walk(int block) {
    return new Walk(in[block].clone());
  }

  /** What is known at a point of a block. */
  public final class Walk {
    private final byte[] types;

    private Walk(byte[] types) {
      this.types = types;
    }

    public Representation of(int register) {
      return representation(types[register]);
    }

    /** Goes on behind an instruction. */
    public void pass(int instruction) {
      DecodedInsn insn = flow.code().instructions().get(instruction);
      Constraints needs = constraints.get(instruction);
      byte copied = needs.copyOf() >= 0 ? types[insn.operand(needs.copyOf())] : ANYTHING;
      for (int r = Registers.killedFrom(insn, registers); r < registers; r++) {
        types[r] = ANYTHING;
      }
      Registers.defs(insn, (operand, register) -> types[register] = result(needs, operand, copied));
    }

    private byte result(Constraints needs, int operand, byte copied) {
      if (needs.constant().isPresent()) {
        long value = needs.constant().getAsLong();
        return Values.isInt32(value) ? INT32 : Values.isDouble(value) ? DOUBLE : ANYTHING;
      }
      return switch (needs.result(operand)) {
        case INT32 -> INT32;
        case DOUBLE -> DOUBLE;
        case BOXED -> copied;
      };
    }
  }
}
