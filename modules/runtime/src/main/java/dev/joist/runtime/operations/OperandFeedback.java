package dev.joist.runtime.operations;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** What sites remember of operands. */
public final class OperandFeedback {
  private OperandFeedback() {}

  /** The feedback bit of a Value's kind. */
  public static int kind(long value) {
    if (Values.isInt32(value)) {
      return Feedback.INT32;
    }
    if (Values.isDouble(value)) {
      return Feedback.DOUBLE;
    }
    if (!Values.isCell(value)) {
      return Feedback.OTHER;
    }
    int cell = Memory.getByte(Values.address(value) + Layout.CELL_KIND);
    return cell == CellKind.STRING ? Feedback.STRING : cell >= CellKind.FIRST_OBJECT ? Feedback.OBJECT : Feedback.OTHER;
  }

  public static void record(Vm vm, int site, long left, long right) {
    vm.feedback(site, kind(left) | kind(right));
  }

  public static void record(Vm vm, int site, long operand) {
    vm.feedback(site, kind(operand));
  }

  /** After an operation left int32: notes that, when both operands were int32. */
  public static void recordOverflow(Vm vm, int site, long left, long right) {
    if (Values.isInt32(left) && Values.isInt32(right)) {
      vm.feedback(site, Feedback.OVERFLOW);
    }
  }
}
