package dev.joist.compiler.analysis;

import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * Asks lowerings for their constraints, from the last instruction of a block to its first, since whoever reads a result
 * has a say in what it must be. Of a result that is read, before its block ends, for its low 32 bits alone no more is
 * needed. It does not matter then that its slot is written from the truncated value when the code is left in between.
 * And what is read as a double alone had better be one as soon as it is there.
 */
final class Readers {
  private static final BitSet NONE = new BitSet(0);

  private final ControlFlow flow;
  private final Liveness liveness;
  private final Function<DecodedInsn, Constraints> lowerings;
  private final Constraints[] constraints;
  /** Registers of which somebody will read more than the low 32 bits, or nobody knows who will read them. */
  private BitSet whole;
  /** Registers that somebody will read otherwise than as a double, or nobody knows how. */
  private BitSet otherwise;
  /** Registers that somebody in the block will read as a double. */
  private BitSet doubles;
  /** By register the offset of who in the block will ask first whether it is a cell, or -1. */
  private final int[] cellReaders;

  private Readers(ControlFlow flow, Liveness liveness, Function<DecodedInsn, Constraints> lowerings) {
    this.flow = flow;
    this.liveness = liveness;
    this.lowerings = lowerings;
    constraints = new Constraints[flow.code().instructions().size()];
    cellReaders = new int[flow.code().registerCount()];
  }

  /** The constraints of each instruction. Instructions learn how they are read. */
  static List<Constraints> constraints(ControlFlow flow, Liveness liveness,
      Function<DecodedInsn, Constraints> lowerings) {
    Readers readers = new Readers(flow, liveness, lowerings);
    for (int block = 0; block < flow.blockCount(); block++) {
      readers.block(block);
    }
    return Arrays.asList(readers.constraints);
  }

  private void block(int block) {
    whole = (BitSet) liveness.liveAfter(flow.end(block) - 1).clone();
    otherwise = (BitSet) whole.clone();
    doubles = new BitSet();
    Arrays.fill(cellReaders, -1);
    for (int i = flow.end(block) - 1; i >= flow.first(block); i--) {
      DecodedInsn insn = flow.code().instructions().get(i);
      tell(insn);
      Constraints needs = lowerings.apply(insn);
      constraints[i] = needs;
      Registers.defs(insn, (operand, register) -> forget(register));
      boolean numbers = NumberGuards.hasSeenNumbersOnly(insn);
      Registers.uses(insn, (operand, register) -> {
        if (!needs.truncated().contains(operand)) {
          whole.set(register);
        }
        boolean asDouble = numbers && needs.use(operand) == UsePolicy.DOUBLE;
        (asDouble ? doubles : otherwise).set(register);
        if (needs.guards().getOrDefault(operand, List.of()).contains(Fact.CELL)) {
          cellReaders[register] = insn.guardOffset();
        }
      });
      if (flow.handlerOf(i) >= 0 && Liveness.mayThrow(insn)) {
        whole.or(liveness.liveIn(flow.handlerOf(i)));
        otherwise.or(liveness.liveIn(flow.handlerOf(i)));
      }
    }
  }

  private void tell(DecodedInsn insn) {
    boolean[] defines = {false, true, true};
    Registers.defs(insn, (operand, register) -> {
      defines[0] = true;
      defines[1] &= !whole.get(register);
      defines[2] &= doubles.get(register) && !otherwise.get(register);
    });
    insn.truncate(defines[0] && defines[1]);
    insn.readAsDouble(defines[0] && defines[2]);
    if (insn.guard() instanceof LoopGuard.Read read) {
      insn.readAsDouble(read.asDouble());
    }
    insn.cellReader(-1);
    Registers.defs(insn, (operand, register) -> insn.cellReader(cellReaders[register]));
    insn.knownDoubles(NONE);
  }

  private void forget(int register) {
    whole.clear(register);
    otherwise.clear(register);
    doubles.clear(register);
    cellReaders[register] = -1;
  }
}
