package dev.joist.plugin.math.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;

/** What an instruction's site knows: the callee, and what kinds of numbers there have been. */
enum Known {
  /** Not the original function, or not yet; or it was given something else than numbers; or a promise has been broken too often. */
  NOTHING,
  /** All arguments have been int32. */
  INT32,
  /** All arguments have been numbers, and all results int32. */
  INTEGRAL,
  /** All arguments have been numbers. */
  NUMBERS;

  static final int CALLEE = 1;

  static Known of(Insn insn, int site) {
    int feedback = insn.feedback();
    int operands = feedback & ~Feedback.OVERFLOW;
    if (insn.siteWord(site, 1) == 0 || operands == 0 || (operands & ~(Feedback.INT32 | Feedback.DOUBLE)) != 0) {
      return NOTHING;
    }
    boolean integral = (feedback & Feedback.OVERFLOW) == 0;
    return operands == Feedback.INT32 && integral ? INT32 : integral ? INTEGRAL : NUMBERS;
  }

  /** Branches unless the callee is the function that the site knows. */
  static void checkCallee(LoweringContext cx, Insn insn, int site, Label other) {
    cx.masm().branchImm(Width.BITS64, Cond.NOT_EQUAL, cx.use(CALLEE), insn.siteWord(site, 1), other);
  }
}
