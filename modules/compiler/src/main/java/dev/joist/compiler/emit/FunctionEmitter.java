package dev.joist.compiler.emit;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.text.BytecodeWriter;
import dev.joist.compiler.analysis.ControlFlow;
import dev.joist.compiler.analysis.DecodedInsn;
import dev.joist.compiler.analysis.KnownFacts;
import dev.joist.compiler.analysis.Lowerings;
import dev.joist.compiler.analysis.Registers;
import dev.joist.compiler.analysis.SiteUses;
import dev.joist.compiler.analysis.TypeFacts;
import dev.joist.masm.CallRegisters;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.DeoptReason;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.ExitMap;
import dev.joist.spi.regalloc.Representation;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Emits one function: prologue, blocks, what is out of line, and an entry for each loop and each place where it is resumed. */
public final class FunctionEmitter {
  private static final int UNREACHABLE = 1;

  private final ControlFlow flow;
  private final Lowerings lowerings;
  private final Environment environment;
  private final List<Constraints> constraints;
  private final TypeFacts facts;
  private final KnownFacts known;
  private final SiteUses sites;
  private final AllocationProblem problem;
  private final Allocation allocation;
  private final GuardPolicy guards;
  private final boolean remarks;
  private final CodeBuilder builder;
  private final MacroAssembler masm;
  private final OutOfLine outOfLine;
  private final TransferEmitter transfers;
  private final BlockLabels blocks;
  private final Exits exits;
  private final Map<Integer, Label> entries = new LinkedHashMap<>();

  /**
   * @param constraints of each instruction
   * @param facts what the problem's proven types are taken from
   * @param known what else is known of registers
   * @param remarks whether the image has the bytecode among its remarks
   */
  public FunctionEmitter(ControlFlow flow, Lowerings lowerings, Environment environment, List<Constraints> constraints,
      TypeFacts facts, KnownFacts known, AllocationProblem problem, Allocation allocation, GuardPolicy guards, boolean remarks) {
    this.flow = flow;
    this.lowerings = lowerings;
    this.environment = environment;
    this.constraints = constraints;
    this.facts = facts;
    this.known = known;
    sites = SiteUses.of(flow, constraints);
    this.problem = problem;
    this.allocation = allocation;
    this.guards = guards;
    this.remarks = remarks;
    Strategies strategies = environment.strategies();
    builder = strategies.backend().begin();
    masm = builder.masm();
    outOfLine = new OutOfLine(masm);
    transfers = new TransferEmitter(masm, strategies.values(), strategies.backend().registers(), outOfLine);
    blocks = new BlockLabels(masm, outOfLine, transfers, allocation);
    exits = new Exits(masm, strategies.backend().registers(), strategies.abi(), transfers, outOfLine, blocks,
        allocation.spillBytes());
  }

  /**
   * A function's code; its entry is the first byte.
   *
   * @param complete offset of the entry for calls that give all arguments
   * @param entries by the bytecode offset of a loop's head, or of where a suspended frame is resumed, the offset of the
   *     code by which a frame goes on there; it is called as the function's entry is
   */
  public record Emitted(CodeImage image, int complete, Map<Integer, Integer> entries) {}

  /** Once. */
  public Emitted emit() {
    Label complete = new Prologue(masm, environment, exits, outOfLine, transfers, flow.code().template(),
        allocation.spillBytes()).emit();
    transfers.emitAll(allocation.entries().getFirst());
    for (int b = 0; b < flow.blockCount(); b++) {
      emitBlock(b);
    }
    outOfLine.flush();
    for (int b = 0; b < flow.blockCount(); b++) {
      if (flow.isLoopHead(b) || flow.isResumed(b)) {
        emitEntry(b);
      }
    }
    outOfLine.flush();
    CodeImage image = builder.build();
    Map<Integer, Integer> offsets = new HashMap<>();
    entries.forEach((offset, label) -> offsets.put(offset, builder.offsetOf(label)));
    return new Emitted(image, builder.offsetOf(complete), offsets);
  }

  private void emitEntry(int block) {
    Label entry = masm.newLabel();
    entries.put(flow.code().instructions().get(flow.first(block)).offset(), entry);
    remark(flow.isResumed(block) ? "resumption" : "loop entry");
    masm.bindIndirect(entry);
    masm.enterFrame(allocation.spillBytes());
    readAhead(block);
    checkTypes(block);
    blocks.emitEntry(block);
  }

  /** The interpreter has not read what the loop counts on having been read. */
  private void readAhead(int head) {
    int guards = flow.guardsOf(head);
    for (int i = guards < 0 ? 0 : flow.first(guards); guards >= 0 && i < flow.end(guards); i++) {
      DecodedInsn insn = flow.code().instructions().get(i);
      boolean[] isOurs = {false};
      Registers.defs(insn, (operand, register) -> isOurs[0] |= register >= flow.code().template().registerCount());
      if (isOurs[0]) {
        Operands operands = new Operands(i, insn, constraints.get(i), problem.instructions().get(i),
            SlotPlacement.of(problem.instructions().get(i), environment.strategies().backend().registers()));
        InstructionContext context = new InstructionContext(masm, Optional.empty(), environment, flow, transfers, exits, outOfLine, blocks, this.guards,
            KnownFacts.NONE, sites, operands);
        context.prepare();
        lowerings.of(insn).orElseThrow().emit(context, insn);
        context.finish();
      }
    }
  }

  /** The interpreter may have left something else in the slots than the code counts on: then it goes on itself. */
  private void checkTypes(int block) {
    MutGp value = environment.strategies().backend().registers().tempGp().getFirst();
    MutGp temp = environment.strategies().backend().registers().tempGp().get(1);
    int offset = flow.code().instructions().get(flow.first(block)).offset();
    BitSet live = problem.blocks().get(block).liveIn();
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      Representation known = facts.atHead(block, r);
      if (known == Representation.BOXED) {
        continue;
      }
      masm.load(Width.BITS64, value, transfers.slot(r));
      if (known == Representation.INT32) {
        environment.values().branchIfNotInt32(masm, value, refusal(DeoptReason.NOT_INT32, offset));
      } else {
        environment.values().branchIfNotDouble(masm, value, refusal(DeoptReason.NOT_DOUBLE, offset));
      }
    }
    for (KnownFacts.Known fact : known.atHead(block)) {
      masm.load(Width.BITS64, value, transfers.slot(fact.register()));
      fact.fact().emitCheck(masm, environment.values(), value, temp, refusal(DeoptReason.SHAPE, offset,
          flow.backEdge(block).offset()));
    }
  }

  private Label refusal(DeoptReason reason, int offset) {
    return refusal(reason, offset, offset);
  }

  private Label refusal(DeoptReason reason, int offset, int guard) {
    return outOfLine.add(() -> exits.emitDeoptimization(reason, offset, guard, ExitMap.EMPTY));
  }

  private void remark(String text) {
    if (remarks) {
      masm.comment(text);
    }
  }

  private void emitBlock(int block) {
    masm.bind(blocks.block(block));
    if (flow.isHandler(block) && sites.isAtHead(block)) {
      masm.moveImm(environment.roles().sites(), environment.functionInfo());
    }
    for (int i = flow.first(block); i < flow.end(block); i++) {
      emitInstruction(i);
    }
    DecodedInsn last = flow.code().instructions().get(flow.end(block) - 1);
    if (!last.descriptor().has(Effect.TERMINATES) && !last.descriptor().has(Effect.SUSPENDS)) {
      blocks.emitFallThrough(block, block + 1);
    }
  }

  private void emitInstruction(int index) {
    DecodedInsn insn = flow.code().instructions().get(index);
    if (remarks) {
      masm.comment(insn.isSynthetic() ? insn.toString() : insn.offset() + ": "
          + BytecodeWriter.instruction(lowerings.table(), flow.code().template().code(), insn.offset())
          + (insn.isCopy() ? " (r" + insn.operand(1) + ")" : ""));
    }
    Operands operands = new Operands(index, insn, constraints.get(index), problem.instructions().get(index),
        allocation.placements().get(index));
    if (operands.constraints().constant().isPresent()) {
      ConstantEmitter.emit(transfers, operands);
      return;
    }
    Optional<GuardedAssembler> guarded = lowerings.isFromOutside(insn)
        ? Optional.of(new GuardedAssembler(masm, operands, callRegisters(), fault -> lowerings.fault(insn, fault))) : Optional.empty();
    InstructionContext context =
        new InstructionContext(masm, guarded, environment, flow, transfers, exits, outOfLine, blocks, guards, known,
            sites, operands);
    context.prepare();
    Optional<OpcodeLowering> lowering = lowerings.of(insn);
    if (insn.descriptor().has(Effect.SUSPENDS)) {
      context.emitSuspension();
    } else if (lowering.isPresent()) {
      if (guarded.isPresent()) {
        guarded.get().run(() -> {
          lowering.get().emit(context, insn);
          guarded.get().checkResults();
        });
      } else {
        lowering.get().emit(context, insn);
      }
      context.finish();
    } else {
      context.emitMeaning();
      if (insn.descriptor().has(Effect.TERMINATES)) {
        // It has thrown or jumped.
        masm.trap(UNREACHABLE);
      }
    }
  }

  private Set<Gp> callRegisters() {
    CallRegisters roles = environment.roles();
    return Set.of(roles.base(), roles.sites(), roles.argumentCount(), roles.result());
  }
}
