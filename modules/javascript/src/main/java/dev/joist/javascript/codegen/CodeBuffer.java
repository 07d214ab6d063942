package dev.joist.javascript.codegen;

import dev.joist.bytecode.BytecodeBuilder;
import dev.joist.bytecode.BytecodeException;
import dev.joist.bytecode.Constant;
import dev.joist.bytecode.Effect;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Objects;

/**
 * The instructions of one function while they are generated. They go to the {@link BytecodeBuilder} at the end only, so
 * that one that turned out to be needless can be taken out; those that cannot be reached are not kept at all.
 */
final class CodeBuffer {
  private static final int NO_POSITION = -1;

  private final OpcodeTable opcodes;
  private final Source source;
  private final BytecodeBuilder builder;
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private boolean reachable = true;
  private int position = NO_POSITION;
  private String callee;

  CodeBuffer(OpcodeTable opcodes, Source source, String functionName) {
    this.opcodes = opcodes;
    this.source = source;
    this.builder = new BytecodeBuilder(opcodes, functionName);
  }

  int constant(Constant constant) {
    try {
      return builder.constant(constant);
    } catch (BytecodeException e) {
      throw tooLarge(e);
    }
  }

  /** The opcode that a plugin has for a method of a global object: {@code math.Sqrt} for {@code Math.sqrt}. */
  Optional<OpcodeDescriptor> intrinsic(String object, String method) {
    if (!Character.isUpperCase(object.charAt(0)) || !Character.isLowerCase(method.charAt(0))) {
      return Optional.empty();
    }
    String name = Character.toLowerCase(object.charAt(0)) + object.substring(1) + '.' + Character.toUpperCase(method.charAt(0)) + method.substring(1);
    return opcodes.find(name).map(opcodes::descriptor);
  }

  int string(String text) {
    return constant(new Constant.Str(text));
  }

  /** The index of the next instruction. */
  int size() {
    return instructions.size();
  }

  /** False after a jump, return or throw until a label that is used is bound. */
  boolean isReachable() {
    return reachable;
  }

  /** Where the next instructions stem from. */
  void at(int offset) {
    at(offset, null);
  }

  /** Where the next instructions stem from, and what an error calls the thing that is called or used. */
  void at(int offset, String callee) {
    this.position = offset;
    this.callee = callee;
  }

  /**
   * Appends an instruction without a jump.
   *
   * @param operands all operands in encoding order, sites left out
   * @return the instruction; one that is not part of the code if this place cannot be reached
   */
  Instruction emit(String opcode, int... operands) {
    return emit(opcode, null, operands);
  }

  /**
   * Appends an instruction that may jump.
   *
   * @param operands all operands in encoding order, sites and the target left out
   */
  Instruction jump(String opcode, Label target, int... operands) {
    if (reachable) {
      target.use();
    }
    return emit(opcode, target, operands);
  }

  private Instruction emit(String opcode, Label target, int[] operands) {
    int number = opcodes.number(opcode);
    OpcodeDescriptor descriptor = opcodes.descriptor(number);
    boolean mayThrow = descriptor.has(Effect.THROWS) || descriptor.has(Effect.CALLS);
    Instruction instruction =
        new Instruction(
            number, descriptor, operands, target, mayThrow ? position : NO_POSITION, mayThrow ? callee : null);
    if (reachable) {
      instructions.add(instruction);
      reachable = !descriptor.has(Effect.TERMINATES);
    }
    return instruction;
  }

  /** Binds a label here; code goes on if it can be reached, by falling through or by a jump that exists already. */
  void bind(Label label) {
    label.bind(instructions.size());
    labels.add(label);
    reachable |= label.isUsed();
  }

  /** Adds a region; of two that cover an instruction the inner one has to be added first. */
  void add(Region region) {
    region.handler().use();
    regions.add(region);
  }

  /**
   * Hands everything over. The builder then lacks only what is known of the function as a whole.
   *
   * @param unusedRegister a register that no instruction names and that the ones above move down to, or -1
   */
  BytecodeBuilder assemble(int parameters, int unusedRegister) {
    if (reachable) {
      throw new IllegalStateException("code runs past its end");
    }
    builder.parameters(parameters);
    new Peephole(opcodes, instructions, labels).run();
    try {
      new Assembler(unusedRegister).run();
      return builder;
    } catch (BytecodeException e) {
      throw tooLarge(e);
    }
  }

  /** A limit of the bytecode that only very large functions meet. */
  JsSyntaxError tooLarge(BytecodeException cause) {
    return new JsSyntaxError("Function is too large: " + cause.getMessage(), source, Math.max(position, 0));
  }

  /** No register is left. */
  void failForRegisters() {
    throw new JsSyntaxError(
        "Expression is too large: a function has " + Registers.MAX + " registers", source, Math.max(position, 0));
  }

  private final class Assembler {
    private final int unusedRegister;
    private final Map<Label, BytecodeBuilder.Label> targets = new HashMap<>();
    private final Map<Integer, List<BytecodeBuilder.Label>> boundAt = new HashMap<>();
    private Instruction positioned;

    Assembler(int unusedRegister) {
      this.unusedRegister = unusedRegister;
    }

    void run() {
      for (Label label : labels) {
        targets.put(label, labelAt(label.index()));
      }
      for (Region region : regions) {
        for (Region.Range range : region.ranges()) {
          builder.handler(labelAt(range.start()), labelAt(range.end()), targets.get(region.handler()));
        }
      }
      for (int i = 0; i <= instructions.size(); i++) {
        boundAt.getOrDefault(i, List.of()).forEach(builder::bind);
        if (i < instructions.size() && !instructions.get(i).isRemoved()) {
          emit(instructions.get(i));
        }
      }
    }

    private BytecodeBuilder.Label labelAt(int index) {
      BytecodeBuilder.Label label = builder.newLabel();
      boundAt.computeIfAbsent(index, i -> new ArrayList<>()).add(label);
      return label;
    }

    private void emit(Instruction instruction) {
      int place = instruction.position();
      if (place >= 0 && !samePlace(instruction, positioned)) {
        builder.position(source.line(place), source.column(place), instruction.callee());
        positioned = instruction;
      }
      builder.emit(instruction.number(), operands(instruction));
    }

    private int[] operands(Instruction instruction) {
      List<Operand> described = instruction.descriptor().operands();
      int[] operands = new int[instruction.operands().length + (instruction.target() == null ? 0 : 1)];
      int next = 0;
      int count = 0;
      for (int i = 0; i < described.size() && count < operands.length; i++) {
        OperandKind kind = described.get(i).kind();
        if (kind == OperandKind.SITE) {
          continue;
        }
        if (kind == OperandKind.TARGET) {
          operands[count++] = targets.get(instruction.target()).operand();
        } else {
          int operand = instruction.operands()[next++];
          boolean moves = kind.isRegister() && unusedRegister >= 0 && operand > unusedRegister;
          operands[count++] = moves ? operand - 1 : operand;
        }
      }
      return operands;
    }

    private static boolean samePlace(Instruction a, Instruction b) {
      return b != null && a.position() == b.position() && Objects.equals(a.callee(), b.callee());
    }
  }
}
