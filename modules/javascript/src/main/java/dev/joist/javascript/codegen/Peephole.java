package dev.joist.javascript.codegen;

import dev.joist.bytecode.OpcodeTable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shortens the ways through finished code: a jump to a jump goes to the end at once, a conditional jump around a jump
 * becomes its opposite, and a jump to what follows anyway is taken out.
 */
final class Peephole {
  private static final Map<String, String> OPPOSITES = opposites();

  private final OpcodeTable opcodes;
  private final List<Instruction> instructions;
  private final BitSet labelled = new BitSet();

  Peephole(OpcodeTable opcodes, List<Instruction> instructions, List<Label> labels) {
    this.opcodes = opcodes;
    this.instructions = instructions;
    labels.stream().filter(Label::isUsed).forEach(label -> labelled.set(label.index()));
  }

  private static Map<String, String> opposites() {
    Map<String, String> opposites = new HashMap<>();
    String[][] pairs = {
      {"JumpIfTrue", "JumpIfFalse"},
      {"JumpIfNullish", "JumpIfNotNullish"},
      {"JumpIfUndefined", "JumpIfNotUndefined"},
      {"JumpIfEq", "JumpIfNotEq"},
      {"JumpIfStrictEq", "JumpIfStrictNotEq"},
      {"JumpIfLess", "JumpIfNotLess"},
      {"JumpIfLessEqual", "JumpIfNotLessEqual"},
      {"JumpIfGreater", "JumpIfNotGreater"},
      {"JumpIfGreaterEqual", "JumpIfNotGreaterEqual"}
    };
    for (String[] pair : pairs) {
      opposites.put(pair[0], pair[1]);
      opposites.put(pair[1], pair[0]);
    }
    return opposites;
  }

  void run() {
    for (int i = instructions.size() - 1; i >= 0; i--) {
      Instruction instruction = instructions.get(i);
      if (instruction.isRemoved() || instruction.target() == null) {
        continue;
      }
      thread(i);
      turnRound(i);
      if (isJump(instructions.get(i)) && leadsTo(instructions.get(i).target(), i, next(i + 1))) {
        instructions.get(i).remove();
      }
    }
  }

  private static boolean isJump(Instruction instruction) {
    return instruction.descriptor().name().equals("Jump");
  }

  /** The first instruction from an index on that is still there. */
  private int next(int index) {
    int next = index;
    while (next < instructions.size() && instructions.get(next).isRemoved()) {
      next++;
    }
    return next;
  }

  /** True if a forward jump from an index arrives at the given instruction. */
  private boolean leadsTo(Label target, int from, int index) {
    return target.index() > from && next(target.index()) == index;
  }

  /** What follows in the list has been shortened already: one step is enough. */
  private void thread(int index) {
    Instruction instruction = instructions.get(index);
    int target = next(instruction.target().index());
    boolean forward = target > index && target < instructions.size();
    if (forward && isJump(instructions.get(target)) && instructions.get(target).target().index() > index) {
      replace(index, instruction.descriptor().name(), instructions.get(target).target());
    }
  }

  private void turnRound(int index) {
    Instruction instruction = instructions.get(index);
    String opposite = OPPOSITES.get(instruction.descriptor().name());
    int follower = next(index + 1);
    if (opposite == null || follower >= instructions.size() || !isJump(instructions.get(follower))) {
      return;
    }
    Label target = instructions.get(follower).target();
    boolean aroundIt = leadsTo(instruction.target(), index, next(follower + 1));
    int labelBetween = labelled.nextSetBit(index + 1);
    boolean onlyWay = labelBetween < 0 || labelBetween > follower;
    if (aroundIt && onlyWay && target.index() > index) {
      replace(index, opposite, target);
      instructions.get(follower).remove();
    }
  }

  private void replace(int index, String opcode, Label target) {
    Instruction old = instructions.get(index);
    int number = opcodes.number(opcode);
    labelled.set(target.index());
    instructions.set(
        index,
        new Instruction(number, opcodes.descriptor(number), old.operands(), target, old.position(), old.callee()));
  }
}
