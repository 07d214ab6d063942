package dev.joist.compiler.emit;

import dev.joist.bytecode.Operand;
import dev.joist.compiler.analysis.DecodedInsn;
import java.util.List;

/** An instruction as a remark in a listing. */
final class InsnText {
  private InsnText() {}

  static String of(DecodedInsn insn) {
    StringBuilder text = new StringBuilder().append(insn.offset()).append(": ").append(insn.descriptor().name());
    List<Operand> operands = insn.descriptor().operands();
    String separator = " ";
    for (int o = 0; o < operands.size(); o++) {
      int value = insn.operand(o);
      String shown = switch (operands.get(o).kind()) {
        case DEF, USE, USE_DEF, RANGE, WINDOW -> "r" + value;
        case COUNT, UINT16, INT8, INT32 -> Integer.toString(value);
        case CONSTANT -> "k" + value;
        case SITE -> "s" + value;
        case TARGET -> "@" + value;
      };
      text.append(separator).append(shown);
      separator = ", ";
    }
    return text.toString();
  }
}
