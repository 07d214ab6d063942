package dev.joist.compiler.analysis;

import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import dev.joist.spi.layout.Layout;
import java.util.List;

/** Which registers an instruction reads and writes, as its descriptor says. */
public final class Registers {
  /** From a window's first register to `this`. */
  private static final int WINDOW_THIS = Layout.FRAME_HEADER_WORDS;

  private Registers() {}

  /** Hears of registers. */
  public interface Visitor {
    void register(int operand, int register);
  }

  /** Registers that are read, in the order of the operands; those of a range or window by ascending number. */
  public static void uses(DecodedInsn insn, Visitor visitor) {
    List<Operand> operands = insn.descriptor().operands();
    for (int o = 0; o < operands.size(); o++) {
      int value = insn.operand(o);
      switch (operands.get(o).kind()) {
        case USE, USE_DEF -> visitor.register(o, value);
        case RANGE -> {
          int count = count(insn, operands, o);
          for (int i = 0; i < count; i++) {
            visitor.register(o, value + i);
          }
        }
        case WINDOW -> {
          switch (insn.descriptor().windowUse()) {
            case CALLEE -> visitor.register(o, value);
            case CALLEE_AND_THIS -> {
              visitor.register(o, value);
              visitor.register(o, value + WINDOW_THIS);
            }
            case NONE -> { }
          }
          int count = count(insn, operands, o);
          for (int i = 1; i <= count; i++) {
            visitor.register(o, value + WINDOW_THIS + i);
          }
        }
        default -> { }
      }
    }
  }

  private static int count(DecodedInsn insn, List<Operand> operands, int from) {
    for (int o = from + 1; o < operands.size(); o++) {
      if (operands.get(o).kind() == OperandKind.COUNT) {
        return insn.operand(o);
      }
    }
    throw new IllegalStateException("opcode " + insn.descriptor().name() + ": no count follows its range or window");
  }

  /** Registers that are written. */
  public static void defs(DecodedInsn insn, Visitor visitor) {
    List<Operand> operands = insn.descriptor().operands();
    for (int o = 0; o < operands.size(); o++) {
      if (operands.get(o).kind().defines()) {
        visitor.register(o, insn.operand(o));
      }
    }
  }

  /**
   * The first register of those from which on all are dead after the instruction, or the register count: a window's
   * w+1.
   */
  public static int killedFrom(DecodedInsn insn, int registerCount) {
    List<Operand> operands = insn.descriptor().operands();
    for (int o = 0; o < operands.size(); o++) {
      if (operands.get(o).kind() == OperandKind.WINDOW) {
        return insn.operand(o) + 1;
      }
    }
    return registerCount;
  }
}
