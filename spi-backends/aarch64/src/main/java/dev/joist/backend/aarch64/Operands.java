package dev.joist.backend.aarch64;

import dev.joist.assembler.CodeLabel;
import dev.joist.backend.aarch64.asm.Reg;
import dev.joist.backend.aarch64.asm.Size;
import dev.joist.backend.aarch64.asm.VReg;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.Width;

/** From the portable operands to this ISA's. */
final class Operands {
  private static final Reg[] GENERAL = new Reg[RegisterSet.STACK_POINTER + 1];

  static {
    for (int number = 0; number < RegisterSet.STACK_POINTER; number++) {
      GENERAL[number] = Reg.of(number);
    }
    GENERAL[RegisterSet.STACK_POINTER] = Reg.SP;
  }

  private Operands() {}

  static Reg reg(Gp register) {
    return GENERAL[register.number()];
  }

  static VReg reg(Fp register) {
    return VReg.of(register.number());
  }

  static Size size(Width width) {
    return switch (width) {
      case BITS32 -> Size.W;
      case BITS64 -> Size.X;
      case BITS8, BITS16 -> throw new IllegalArgumentException(
          width + " is possible for loads, stores and extensions only; use BITS32 or BITS64");
    };
  }

  static CodeLabel label(Label label) {
    if (label instanceof CodeLabel codeLabel) {
      return codeLabel;
    }
    throw new IllegalArgumentException("label " + label + " is not one of this macro assembler's; use newLabel()");
  }
}
