package dev.joist.compiler.analysis;

import dev.joist.bytecode.CodeReader;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import dev.joist.bytecode.SiteKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A function's instructions, decoded, in code order. */
public final class Code {
  private final CompilationUnit unit;
  private final List<DecodedInsn> instructions;
  private final int[] indexAt;
  private final int registerCount;

  private Code(CompilationUnit unit, List<DecodedInsn> instructions, int[] indexAt, int registerCount) {
    this.registerCount = registerCount;
    this.unit = unit;
    this.instructions = instructions;
    this.indexAt = indexAt;
  }

  /** Decodes verified code. */
  public static Code decode(CompilationUnit unit, OpcodeTable table) {
    byte[] code = unit.template().code();
    int[] indexAt = new int[code.length + 1];
    Arrays.fill(indexAt, -1);
    List<DecodedInsn> instructions = new ArrayList<>(code.length / 4 + 1);
    int offset = 0;
    while (offset < code.length) {
      indexAt[offset] = instructions.size();
      DecodedInsn insn = decode(unit, table, code, offset);
      instructions.add(insn);
      offset = insn.next();
    }
    return new Code(unit, List.copyOf(instructions), indexAt, unit.template().registerCount());
  }

  private static DecodedInsn decode(CompilationUnit unit, OpcodeTable table, byte[] code, int offset) {
    int opcode = CodeReader.u8(code, offset);
    OpcodeDescriptor descriptor = table.descriptor(opcode);
    List<Operand> operands = descriptor.operands();
    int[] values = new int[operands.size()];
    int at = offset + 1;
    int site = -1;
    for (int i = 0; i < values.length; i++) {
      Operand operand = operands.get(i);
      OperandKind kind = operand.kind();
      values[i] = switch (kind) {
        case DEF, USE, USE_DEF, RANGE, WINDOW, COUNT -> CodeReader.u8(code, at);
        case INT8 -> CodeReader.i8(code, at);
        case UINT16, CONSTANT, SITE -> CodeReader.u16(code, at);
        case INT32 -> CodeReader.i32(code, at);
        case TARGET -> offset + CodeReader.i32(code, at);
      };
      if (kind == OperandKind.SITE && hasFeedback(operand.site())) {
        site = i;
      }
      at += kind.bytes();
    }
    return new DecodedInsn(unit, descriptor, opcode, offset, at, values, site);
  }

  private static boolean hasFeedback(SiteKind site) {
    return switch (site) {
      case FEEDBACK, PROPERTY, PRIVATE, ELEMENT, CALL -> true;
      case LOOP, GLOBAL, ALLOCATION -> false;
    };
  }

  /**
   * This code with guards before loops. Jumps to a loop's head find the head; what comes first in the loop's entry is
   * for {@link ControlFlow} to know.
   *
   * @param guards in the order of their loops' heads
   */
  Code with(List<LoopGuard> guards) {
    List<DecodedInsn> guarded = new ArrayList<>(instructions.size() + guards.size());
    int[] indices = indexAt.clone();
    int next = 0;
    for (DecodedInsn insn : instructions) {
      while (next < guards.size() && guards.get(next).head() == insn.offset() && !insn.isSynthetic()) {
        guarded.add(DecodedInsn.of(unit, guards.get(next++)));
      }
      indices[insn.offset()] = guarded.size();
      guarded.add(insn);
    }
    return new Code(unit, List.copyOf(guarded), indices, registerCount);
  }

  /** This code with what is read before loops. */
  Code with(LoopReads reads) {
    List<DecodedInsn> changed = new ArrayList<>(instructions);
    reads.moved().forEach((index, register) -> changed.set(index, instructions.get(index).copying(register)));
    return new Code(unit, changed, indexAt, reads.registerCount()).with(reads.guards());
  }

  /** How many registers there are, those included that the bytecode does not know. */
  public int registerCount() {
    return registerCount;
  }

  public CompilationUnit unit() {
    return unit;
  }

  public FunctionTemplate template() {
    return unit.template();
  }

  public List<DecodedInsn> instructions() {
    return instructions;
  }

  /** The number of the instruction at an offset where one begins. */
  public int indexAt(int offset) {
    int index = indexAt[offset];
    if (index < 0) {
      throw new IllegalArgumentException("function '" + template().name() + "': no instruction begins at offset "
          + offset);
    }
    return index;
  }
}
