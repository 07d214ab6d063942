package dev.joist.bytecode;

import dev.joist.bytecode.FunctionTemplate.Handler;
import java.util.ArrayDeque;
import java.util.Deque;

/** Checks by dataflow that each register is written before it is read, on all paths: what a frame holds at first is garbage. */
final class AssignmentChecker {
  private final OpcodeTable table;
  private final FunctionTemplate function;
  private final byte[] code;
  private final RegisterSet[] before;
  private final Deque<Integer> work = new ArrayDeque<>();

  AssignmentChecker(OpcodeTable table, FunctionTemplate function) {
    this.table = table;
    this.function = function;
    this.code = function.code();
    this.before = new RegisterSet[code.length];
  }

  void check() {
    flow(0, RegisterSet.of(0, function.parameterCount() + 1), -1);
    while (!work.isEmpty()) {
      instruction(work.remove());
    }
  }

  private void instruction(int pc) {
    OpcodeDescriptor descriptor = table.descriptor(code[pc] & 0xff);
    RegisterSet state = before[pc].copy();
    uses(pc, descriptor, state);
    kill(pc, descriptor, state);
    if (descriptor.has(Effect.THROWS) || descriptor.has(Effect.CALLS) || descriptor.has(Effect.SAFEPOINT)) {
      toHandlers(pc, state);
    }
    define(pc, descriptor, state);
    int at = pc + 1;
    for (Operand operand : descriptor.operands()) {
      if (operand.kind() == OperandKind.TARGET) {
        flow(pc + CodeReader.i32(code, at), state, pc);
      }
      at += operand.kind().bytes();
    }
    if (!descriptor.has(Effect.TERMINATES)) {
      flow(pc + descriptor.length(), state, pc);
    }
  }

  private void uses(int pc, OpcodeDescriptor descriptor, RegisterSet state) {
    int at = pc + 1;
    int group = -1;
    for (Operand operand : descriptor.operands()) {
      switch (operand.kind()) {
        case USE, USE_DEF -> use(pc, descriptor, operand.name(), CodeReader.u8(code, at), state);
        case RANGE -> group = CodeReader.u8(code, at);
        case WINDOW -> {
          int window = CodeReader.u8(code, at);
          if (descriptor.windowUse() != WindowUse.NONE) {
            use(pc, descriptor, "callee", window, state);
          }
          if (descriptor.windowUse() == WindowUse.CALLEE_AND_THIS) {
            use(pc, descriptor, "this", window + 3, state);
          }
          group = window + 4;
        }
        case COUNT -> {
          if (group >= 0) {
            for (int i = 0; i < CodeReader.u8(code, at); i++) {
              use(pc, descriptor, "argument " + i, group + i, state);
            }
            group = -1;
          }
        }
        default -> { }
      }
      at += operand.kind().bytes();
    }
  }

  private void use(int pc, OpcodeDescriptor descriptor, String role, int register, RegisterSet state) {
    if (!state.contains(register)) {
      throw new BytecodeException(function.name(), pc, descriptor.name() + " reads r" + register + " (" + role
          + "), which is not written on every path to here, or lay in the window of a call since");
    }
  }

  /** What a call leaves of the caller's registers. */
  private void kill(int pc, OpcodeDescriptor descriptor, RegisterSet state) {
    int at = pc + 1;
    for (Operand operand : descriptor.operands()) {
      if (operand.kind() == OperandKind.WINDOW) {
        state.removeFrom(CodeReader.u8(code, at) + 1);
      }
      at += operand.kind().bytes();
    }
  }

  private void define(int pc, OpcodeDescriptor descriptor, RegisterSet state) {
    int at = pc + 1;
    for (Operand operand : descriptor.operands()) {
      if (operand.kind().defines()) {
        state.add(CodeReader.u8(code, at));
      }
      at += operand.kind().bytes();
    }
  }

  private void toHandlers(int pc, RegisterSet state) {
    for (Handler handler : function.handlers()) {
      if (pc >= handler.start() && pc < handler.end()) {
        merge(handler.target(), state);
        return;
      }
    }
  }

  private void flow(int target, RegisterSet state, int from) {
    if (table.descriptor(code[target] & 0xff).name().equals(Verifier.HANDLER_ENTRY)) {
      throw new BytecodeException(function.name(), target, Verifier.HANDLER_ENTRY + " is reached "
          + (from < 0 ? "as the first instruction" : "from offset " + from) + ", but only an exception may lead to it");
    }
    merge(target, state);
  }

  private void merge(int target, RegisterSet state) {
    if (before[target] == null) {
      before[target] = state.copy();
      work.add(target);
    } else if (before[target].retain(state)) {
      work.add(target);
    }
  }
}
