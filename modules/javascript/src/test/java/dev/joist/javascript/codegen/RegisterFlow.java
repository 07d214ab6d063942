package dev.joist.javascript.codegen;

import dev.joist.bytecode.CodeReader;
import dev.joist.bytecode.Constant;
import dev.joist.bytecode.Effect;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import dev.joist.bytecode.WindowUse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds instructions that read a register which, on some way to them, nothing has written, or which a call has
 * overwritten: all registers of a call window but the first are dead after the call.
 */
final class RegisterFlow {
  private record Insn(int offset, OpcodeDescriptor descriptor, int[] operands) {
    int next() {
      return offset + descriptor.length();
    }
  }

  private final OpcodeTable opcodes;
  private final FunctionTemplate function;
  private final TreeMap<Integer, Insn> code = new TreeMap<>();
  private final Map<Integer, BitSet> written = new TreeMap<>();
  private final Deque<Integer> work = new ArrayDeque<>();

  private RegisterFlow(OpcodeTable opcodes, FunctionTemplate function) {
    this.opcodes = opcodes;
    this.function = function;
  }

  /** One line for each wrong read, in the function and all functions in it. */
  static List<String> faults(OpcodeTable opcodes, FunctionTemplate function) {
    List<String> faults = new ArrayList<>(new RegisterFlow(opcodes, function).run());
    for (Constant constant : function.constants()) {
      if (constant instanceof Constant.Function(FunctionTemplate inner)) {
        faults.addAll(faults(opcodes, inner));
      }
    }
    return faults;
  }

  private List<String> run() {
    decode();
    BitSet entry = new BitSet();
    entry.set(0, 1 + function.parameterCount());
    reach(0, entry);
    while (!work.isEmpty()) {
      step(code.get(work.pop()));
    }
    List<String> faults = new ArrayList<>();
    for (Insn insn : code.values()) {
      BitSet state = written.get(insn.offset());
      if (state == null) {
        faults.add(place(insn) + " is never reached");
        continue;
      }
      BitSet missing = reads(insn);
      missing.andNot(state);
      if (!missing.isEmpty()) {
        faults.add(place(insn) + " reads " + missing);
      }
    }
    return faults;
  }

  private String place(Insn insn) {
    return function.name() + " at " + insn.offset() + ": " + insn.descriptor().name();
  }

  private void decode() {
    byte[] bytes = function.code();
    for (int at = 0; at < bytes.length; ) {
      OpcodeDescriptor descriptor = opcodes.descriptor(CodeReader.u8(bytes, at));
      int[] operands = new int[descriptor.operands().size()];
      for (int i = 0; i < operands.length; i++) {
        int where = at + descriptor.operandOffset(i);
        operands[i] =
            switch (descriptor.operands().get(i).kind().bytes()) {
              case 1 -> CodeReader.u8(bytes, where);
              case 2 -> CodeReader.u16(bytes, where);
              default -> CodeReader.i32(bytes, where);
            };
      }
      Insn insn = new Insn(at, descriptor, operands);
      code.put(at, insn);
      at = insn.next();
    }
  }

  private void reach(int offset, BitSet state) {
    BitSet known = written.get(offset);
    if (known == null) {
      written.put(offset, (BitSet) state.clone());
      work.push(offset);
      return;
    }
    BitSet both = (BitSet) known.clone();
    both.and(state);
    if (!both.equals(known)) {
      written.put(offset, both);
      work.push(offset);
    }
  }

  private void step(Insn insn) {
    BitSet state = (BitSet) written.get(insn.offset()).clone();
    kill(insn, state);
    for (FunctionTemplate.Handler handler : function.handlers()) {
      if (handler.start() <= insn.offset() && insn.offset() < handler.end()) {
        reach(handler.target(), state);
      }
    }
    for (int i = 0; i < insn.operands().length; i++) {
      if (insn.descriptor().operands().get(i).kind().defines()) {
        state.set(insn.operands()[i]);
      }
    }
    for (int i = 0; i < insn.operands().length; i++) {
      if (insn.descriptor().operands().get(i).kind() == OperandKind.TARGET) {
        reach(insn.offset() + insn.operands()[i], state);
      }
    }
    if (!insn.descriptor().has(Effect.TERMINATES)) {
      reach(insn.next(), state);
    }
  }

  private static void kill(Insn insn, BitSet state) {
    for (int i = 0; i < insn.operands().length; i++) {
      if (insn.descriptor().operands().get(i).kind() == OperandKind.WINDOW) {
        state.clear(insn.operands()[i] + 1, 256);
      }
    }
  }

  private static BitSet reads(Insn insn) {
    BitSet reads = new BitSet();
    List<Operand> operands = insn.descriptor().operands();
    for (int i = 0; i < operands.size(); i++) {
      int value = insn.operands()[i];
      switch (operands.get(i).kind()) {
        case USE, USE_DEF -> reads.set(value);
        case RANGE -> reads.set(value, value + insn.operands()[i + 1]);
        case WINDOW -> {
          WindowUse use = insn.descriptor().windowUse();
          reads.set(value + 4, value + 4 + insn.operands()[i + 1]);
          if (use != WindowUse.NONE) {
            reads.set(value);
          }
          if (use == WindowUse.CALLEE_AND_THIS) {
            reads.set(value + 3);
          }
        }
        default -> { }
      }
    }
    return reads;
  }
}
