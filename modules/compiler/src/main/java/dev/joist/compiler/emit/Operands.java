package dev.joist.compiler.emit;

import dev.joist.compiler.analysis.DecodedInsn;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.regalloc.Allocation.Placement;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import java.util.stream.IntStream;

/** One instruction with what was declared of it and what was allocated for it. */
record Operands(int index, DecodedInsn insn, Constraints constraints, Instruction problem, Placement placement) {
  /** The number of the first use of an operand. */
  int use(int operand) {
    for (int u = 0; u < problem.uses().size(); u++) {
      Use use = problem.uses().get(u);
      if (use.operand() == operand) {
        return u;
      }
    }
    throw error("operand " + operand + " is read, but it is no register that the instruction reads");
  }

  /** The number of the definition of an operand. */
  int def(int operand) {
    for (int d = 0; d < problem.defs().size(); d++) {
      Def def = problem.defs().get(d);
      if (def.operand() == operand) {
        return d;
      }
    }
    throw error("operand " + operand + " is written, but it is no register that the instruction defines");
  }

  /** Nobody reads a result, unless an exception handler does, which then has it from before. */
  boolean isDead(int def) {
    return !problem.liveAfter().get(problem.defs().get(def).register());
  }

  /** Whether it defines anything that is read. */
  boolean hasResults() {
    return IntStream.range(0, problem.defs().size()).anyMatch(d -> !isDead(d));
  }

  IllegalStateException error(String what) {
    return new IllegalStateException("lowering of " + insn.descriptor().name() + " at offset " + insn.offset() + ": "
        + what);
  }
}
