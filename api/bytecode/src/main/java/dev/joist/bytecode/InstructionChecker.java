package dev.joist.bytecode;

import java.util.HashMap;
import java.util.Map;

/** Checks each instruction by itself: opcode, operands, jump targets, the end of the code. */
final class InstructionChecker {
  private final OpcodeTable table;
  private final FunctionTemplate function;
  private final byte[] code;
  private final boolean[] starts;
  /** By word: the offset of the instruction whose site it belongs to. */
  private final Map<Integer, Integer> siteOwners = new HashMap<>();

  InstructionChecker(OpcodeTable table, FunctionTemplate function) {
    this.table = table;
    this.function = function;
    this.code = function.code();
    this.starts = new boolean[code.length];
  }

  /** True where an instruction begins. */
  boolean[] check() {
    OpcodeDescriptor last = null;
    int lastStart = 0;
    for (int pc = 0; pc < code.length; pc += last.length()) {
      int opcode = code[pc] & 0xff;
      if (opcode >= table.size()) {
        throw refuse(pc, "unknown opcode " + opcode + ": the highest is " + (table.size() - 1));
      }
      last = table.descriptor(opcode);
      lastStart = pc;
      if (pc + last.length() > code.length) {
        throw refuse(pc, last.name() + " is cut off: it takes " + last.length() + " bytes, " + (code.length - pc) + " are left");
      }
      starts[pc] = true;
    }
    if (!last.has(Effect.TERMINATES)) {
      throw refuse(lastStart, "missing terminator: control would run off the end after " + last.name());
    }
    for (int pc = 0; pc < code.length; pc++) {
      if (starts[pc]) {
        operands(pc, table.descriptor(code[pc] & 0xff));
      }
    }
    return starts;
  }

  private void operands(int pc, OpcodeDescriptor descriptor) {
    int at = pc + 1;
    int group = -1;
    Operand groupOperand = null;
    for (Operand operand : descriptor.operands()) {
      switch (operand.kind()) {
        case DEF, USE, USE_DEF -> registers(pc, descriptor, operand, CodeReader.u8(code, at), 1);
        case RANGE -> {
          group = CodeReader.u8(code, at);
          groupOperand = operand;
        }
        case WINDOW -> {
          registers(pc, descriptor, operand, CodeReader.u8(code, at), 4);
          group = CodeReader.u8(code, at) + 4;
          groupOperand = operand;
        }
        case COUNT -> {
          if (group >= 0) {
            registers(pc, descriptor, groupOperand, group, CodeReader.u8(code, at));
            group = -1;
          }
        }
        case CONSTANT -> constant(pc, descriptor, operand, CodeReader.u16(code, at));
        case SITE -> site(pc, descriptor, operand, CodeReader.u16(code, at));
        case TARGET -> {
          int target = pc + CodeReader.i32(code, at);
          if (target < 0 || target >= code.length || !starts[target]) {
            throw refuse(pc, descriptor.name() + " jumps to " + target + ", where no instruction begins");
          }
        }
        case UINT16, INT8, INT32 -> { }
      }
      at += operand.kind().bytes();
    }
  }

  private void registers(int pc, OpcodeDescriptor descriptor, Operand operand, int first, int count) {
    if (first + count > function.registerCount() && count > 0) {
      throw refuse(pc, descriptor.name() + ": " + operand.name() + " reaches bad register r" + (first + count - 1) + ", the function has r0 to r"
          + (function.registerCount() - 1));
    }
  }

  private void constant(int pc, OpcodeDescriptor descriptor, Operand operand, int index) {
    if (index >= function.constants().size()) {
      throw refuse(pc, descriptor.name() + ": " + operand.name() + " is constant " + index + ", the function has " + function.constants().size());
    }
    Constant constant = function.constants().get(index);
    if (!operand.constant().accepts(constant)) {
      throw refuse(pc, descriptor.name() + ": wrong constant kind: " + operand.name() + " must be " + operand.constant() + ", constant " + index
          + " is a " + constant.getClass().getSimpleName());
    }
  }

  private void site(int pc, OpcodeDescriptor descriptor, Operand operand, int first) {
    int end = first + operand.site().words();
    if (end > function.siteWords()) {
      throw refuse(pc, descriptor.name() + ": site " + first + " of " + operand.site().words() + " words ends beyond the function's " + function.siteWords());
    }
    for (int word = first; word < end; word++) {
      Integer owner = siteOwners.put(word, pc);
      if (owner != null) {
        throw refuse(pc, descriptor.name() + ": site word " + word + " belongs to the instruction at offset " + owner + " too");
      }
    }
  }

  private BytecodeException refuse(int offset, String reason) {
    return new BytecodeException(function.name(), offset, reason);
  }
}
