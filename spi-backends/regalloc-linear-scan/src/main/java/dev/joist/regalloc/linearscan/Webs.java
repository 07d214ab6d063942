package dev.joist.regalloc.linearscan;

import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.Arrays;
import java.util.List;

/** The webs of a function, and which of them is read and written where. */
final class Webs {
  private final AllocationProblem problem;
  private final List<Web> all;
  private final Web[][] uses;
  private final Web[][] defs;
  private final Web[] liveIn;

  /** @param liveIn by block and register */
  Webs(AllocationProblem problem, List<Web> all, Web[][] uses, Web[][] defs, Web[] liveIn) {
    this.problem = problem;
    this.all = all;
    this.uses = uses;
    this.defs = defs;
    this.liveIn = liveIn;
  }

  List<Web> all() {
    return all;
  }

  Web use(int instruction, int use) {
    return uses[instruction][use];
  }

  Web def(int instruction, int def) {
    return defs[instruction][def];
  }

  Web liveIn(int block, int register) {
    return liveIn[block * problem.registerCount() + register];
  }

  /** The web of each register at a block's head, null where it is not live. A new array. */
  Web[] atHead(int block) {
    int registers = problem.registerCount();
    return Arrays.copyOfRange(liveIn, block * registers, (block + 1) * registers);
  }

  /** Whether an instruction's operands stay where they are until it is done, beside its results. */
  boolean keepsOperands(int instruction) {
    Instruction insn = problem.instructions().get(instruction);
    if (insn.constant().isPresent() || insn.copyOf() >= 0) {
      return false;
    }
    for (int d = 0; d < insn.defs().size(); d++) {
      Representation result = insn.defs().get(d).representation();
      // Boxing a double may need a way out.
      boolean lost = result == Representation.DOUBLE ? !def(instruction, d).isFloating() : readsBoxed(instruction);
      if (result != Representation.BOXED && (!insn.restores() || lost)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an instruction may still leave when it has written a result, so that nothing else may be lost by that. */
  boolean writesEarly(int instruction) {
    Instruction insn = problem.instructions().get(instruction);
    if (!insn.exits() || insn.copyOf() >= 0) {
      return false;
    }
    return keepsOperands(instruction)
        || insn.defs().stream().anyMatch(def -> def.representation() == Representation.INT32);
  }

  /** Whether an operand stays where it is until the instruction is done. */
  boolean keeps(int instruction, int use) {
    return keepsOperands(instruction) || writesEarly(instruction)
        && problem.instructions().get(instruction).uses().get(use).policy() != UsePolicy.INT32;
  }

  /** Whether that holds of one of an instruction's operands. */
  boolean keeps(int instruction, Web web) {
    for (int u = 0; u < uses[instruction].length; u++) {
      if (uses[instruction][u] == web && keeps(instruction, u)) {
        return true;
      }
    }
    return false;
  }

  /** What an int32 is written over can be restored as an int32 only. */
  private boolean readsBoxed(int instruction) {
    for (Web use : uses[instruction]) {
      if (!use.isUnboxed() && !use.isConstant()) {
        return true;
      }
    }
    return false;
  }

  /** Whether an instruction reads and writes the same web. */
  boolean readsOwnResult(int instruction, int def) {
    Web web = def(instruction, def);
    for (Web use : uses[instruction]) {
      if (use == web) {
        return true;
      }
    }
    return false;
  }
}
