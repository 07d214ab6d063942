package dev.joist.plugin.core.lowering;

import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.value.Values;

/** LoadUndefined, LoadInt8, LoadConst …: nothing but a Value. */
abstract class ConstantLowering implements OpcodeLowering {
  @Override
  public final Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return Constraints.constant(value(insn));
  }

  abstract long value(Insn insn);

  @Override
  public final void emit(LoweringContext cx, Insn insn) {
    throw new IllegalStateException(insn.descriptor().name() + " at offset " + insn.offset()
        + " is a constant: there is nothing to emit");
  }

  /** One Value for all. */
  static final class Immediate extends ConstantLowering {
    private final long value;

    Immediate(long value) {
      this.value = value;
    }

    @Override
    long value(Insn insn) {
      return value;
    }
  }

  /** An int32 in operand 1. */
  static final class Int32 extends ConstantLowering {
    @Override
    long value(Insn insn) {
      return Values.int32(insn.operand(1));
    }
  }

  /** A constant named by operand 1. */
  static final class Pool extends ConstantLowering {
    @Override
    long value(Insn insn) {
      return insn.constantValue(1);
    }
  }
}
