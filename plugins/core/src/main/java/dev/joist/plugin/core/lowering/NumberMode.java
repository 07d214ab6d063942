package dev.joist.plugin.core.lowering;

import dev.joist.spi.layout.Feedback;
import dev.joist.spi.opcode.Insn;

/** What an operator's fast path is made for, as its feedback suggests. */
enum NumberMode {
  /** int32 alone has been seen: operands and result are promised to be int32. */
  INT32,
  /** Doubles have been seen, and nothing but numbers: operands are numbers, the result is promised to be a double. */
  DOUBLE,
  /** int32 alone have been seen and have given a double, or promises have been broken: int32 in line, doubles out of line. */
  NUMBER,
  /** Nothing is known, or something else than numbers has been seen: int32 in line, the rest by the slow path. */
  ANY;

  static NumberMode of(Insn insn) {
    int feedback = insn.feedback();
    if (!isGeneric(insn)) {
      if (feedback == Feedback.INT32) {
        return INT32;
      }
      // Numbers are normalised when they are boxed in Java, so that doubles now and then look like int32.
      if ((feedback & Feedback.DOUBLE) != 0 && (feedback & ~(Feedback.DOUBLE | Feedback.INT32 | Feedback.OVERFLOW)) == 0) {
        return DOUBLE;
      }
    }
    return (feedback & (Feedback.DOUBLE | Feedback.OVERFLOW)) != 0 ? NUMBER : ANY;
  }

  /** Whether promises have been broken here too often to make another. */
  static boolean isGeneric(Insn insn) {
    return (insn.feedback() & Feedback.GENERIC) != 0;
  }
}
