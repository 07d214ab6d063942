package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.LoweringContext;
import java.util.OptionalInt;

/** Operators on the int32 that ToInt32 makes of their operands. Their results are int32 (of {@code >>>} not always). */
enum BitOperator implements Int32Operation {
  AND {
    @Override
    public void emit(LoweringContext cx, MutGp dst, Gp a, Gp b, OptionalInt constant, MutGp temp, Label notInt32) {
      if (constant.isPresent()) {
        cx.masm().andImm(Width.BITS32, dst, a, constant.getAsInt());
      } else {
        cx.masm().and(Width.BITS32, dst, a, b);
      }
    }

    @Override
    public boolean commutes() {
      return true;
    }
  },
  OR {
    @Override
    public void emit(LoweringContext cx, MutGp dst, Gp a, Gp b, OptionalInt constant, MutGp temp, Label notInt32) {
      if (constant.isPresent() && constant.getAsInt() == 0) {
        if (dst.number() != a.number()) {
          cx.masm().zeroExtend(Width.BITS32, dst, a);
        }
      } else if (constant.isPresent()) {
        cx.masm().orImm(Width.BITS32, dst, a, constant.getAsInt());
      } else {
        cx.masm().or(Width.BITS32, dst, a, b);
      }
    }

    @Override
    public boolean commutes() {
      return true;
    }
  },
  XOR {
    @Override
    public void emit(LoweringContext cx, MutGp dst, Gp a, Gp b, OptionalInt constant, MutGp temp, Label notInt32) {
      if (constant.isPresent()) {
        cx.masm().xorImm(Width.BITS32, dst, a, constant.getAsInt());
      } else {
        cx.masm().xor(Width.BITS32, dst, a, b);
      }
    }

    @Override
    public boolean commutes() {
      return true;
    }
  },
  SHIFT_LEFT {
    @Override
    public void emit(LoweringContext cx, MutGp dst, Gp a, Gp b, OptionalInt constant, MutGp temp, Label notInt32) {
      if (constant.isPresent()) {
        cx.masm().shiftLeftImm(Width.BITS32, dst, a, constant.getAsInt() & SHIFT_MASK);
      } else {
        cx.masm().shiftLeft(Width.BITS32, dst, a, b);
      }
    }
  },
  SHIFT_RIGHT {
    @Override
    public void emit(LoweringContext cx, MutGp dst, Gp a, Gp b, OptionalInt constant, MutGp temp, Label notInt32) {
      if (constant.isPresent()) {
        cx.masm().shiftRightImm(Width.BITS32, dst, a, constant.getAsInt() & SHIFT_MASK);
      } else {
        cx.masm().shiftRight(Width.BITS32, dst, a, b);
      }
    }
  },
  SHIFT_RIGHT_UNSIGNED {
    @Override
    public void emit(LoweringContext cx, MutGp dst, Gp a, Gp b, OptionalInt constant, MutGp temp, Label notInt32) {
      if (constant.isPresent()) {
        cx.masm().shiftRightUnsignedImm(Width.BITS32, dst, a, constant.getAsInt() & SHIFT_MASK);
      } else {
        cx.masm().shiftRightUnsigned(Width.BITS32, dst, a, b);
      }
      if (constant.isEmpty() || (constant.getAsInt() & SHIFT_MASK) == 0) {
        cx.masm().branchImm(Width.BITS32, Cond.LESS, dst, 0, notInt32);
      }
    }
  };

  private static final int SHIFT_MASK = 31;
}
