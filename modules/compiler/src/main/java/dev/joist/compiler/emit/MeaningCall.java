package dev.joist.compiler.emit;

import dev.joist.bytecode.OperandKind;
import dev.joist.compiler.analysis.KnownFacts;
import dev.joist.compiler.analysis.SiteUses;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.abi.Request;
import dev.joist.spi.opcode.DeoptReason;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.ExitMap;
import dev.joist.spi.regalloc.Location.Slot;
import dev.joist.spi.regalloc.Transfer;
import java.util.function.IntFunction;

/**
 * An instruction executed by its meaning, in Java, and what comes after: results are brought where the code behind expects them, if they are what it
 * expects.
 *
 * @param edge the label by which a jump target, an operand, is gone to
 */
record MeaningCall(MacroAssembler masm, Environment environment, Exits exits, OutOfLine outOfLine, TransferEmitter transfers, KnownFacts known,
    SiteUses sites, Operands operands, IntFunction<Label> edge) {
  /** Emits it; goes on with the results in their places, or at a target, or where exceptions are handled. */
  void emit() {
    exits.emitRequest(Request.MEANING, operands.insn().offset(), operands.placement().exit(),
        operands.problem().handler());
    if (known.leaves(operands.index())) {
      emitLeaveBehind();
      return;
    }
    if (operands.constraints().calls() && sites.isBehind(operands.index())) {
      masm.moveImm(environment.roles().sites(), environment.functionInfo());
    }
    MutGp answer = environment.roles().result();
    for (int o = 0; o < operands.insn().descriptor().operands().size(); o++) {
      if (isTarget(o)) {
        masm.branchImm(Width.BITS32, Cond.EQUAL, answer, operands.insn().operand(o), target(o));
      }
    }
    reloadDefinitions(operands.insn().next());
  }

  /** Goes to a jump target with the results in their places. */
  private Label target(int operand) {
    if (!operands.hasResults()) {
      return edge.apply(operand);
    }
    return outOfLine.add(() -> {
      reloadDefinitions(operands.insn().operand(operand));
      masm.jump(edge.apply(operand));
    });
  }

  /** What the slow path has done may have ended facts that the code counts on: the interpreter goes on where it said. */
  private void emitLeaveBehind() {
    for (int o = 0; o < operands.insn().descriptor().operands().size(); o++) {
      if (isTarget(o)) {
        masm.branchImm(Width.BITS32, Cond.EQUAL, environment.roles().result(), operands.insn().operand(o),
            behind(DeoptReason.SHAPE, operands.insn().operand(o)));
      }
    }
    masm.jump(behind(DeoptReason.SHAPE, operands.insn().next()));
  }

  /** Everything is in its slot: leaves the frame to the interpreter, from an offset on. */
  private Label behind(DeoptReason reason, int offset) {
    return outOfLine.add(() -> exits.emitDeoptimization(reason, offset, operands.insn().offset(), ExitMap.EMPTY));
  }

  private boolean isTarget(int operand) {
    return operands.insn().descriptor().operands().get(operand).kind() == OperandKind.TARGET;
  }

  /** @param next offset of the instruction that comes next */
  private void reloadDefinitions(int next) {
    for (int d = 0; d < operands.placement().defs().size(); d++) {
      if (!operands.isDead(d)) {
        Def def = operands.problem().defs().get(d);
        switch (def.representation()) {
          case BOXED -> checkCell(def, next);
          case INT32 -> checkResult(def.register(), DeoptReason.NOT_INT32, next);
          case DOUBLE -> checkResult(def.register(), DeoptReason.NOT_DOUBLE, next);
        }
        transfers.emit(new Transfer(def.register(), Slot.INSTANCE, operands.placement().defs().get(d)));
      }
    }
  }

  /** As {@link #checkResult}, of a result that the lowering says to be a cell. */
  private void checkCell(Def def, int next) {
    if (operands.constraints().cells().contains(def.operand())) {
      masm.load(Width.BITS64, environment.roles().result(), transfers.slot(def.register()));
      environment.values().branchIfNotCell(masm, environment.roles().result(), behind(DeoptReason.SHAPE, next));
    }
  }

  /**
   * The lowering says what the result is, and the code behind counts on it; the meaning's result may be something else.
   * Everything is in its slot by then, so the frame can be left before the next one.
   */
  private void checkResult(int register, DeoptReason reason, int next) {
    MutGp temp = environment.roles().result();
    Label other = behind(reason, next);
    masm.load(Width.BITS64, temp, transfers.slot(register));
    if (reason == DeoptReason.NOT_INT32) {
      environment.values().branchIfNotInt32(masm, temp, other);
    } else {
      transfers.makeDouble(temp, other);
      masm.store(Width.BITS64, temp, transfers.slot(register));
    }
  }
}
