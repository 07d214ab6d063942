package dev.joist.backend.aarch64;

import dev.joist.backend.aarch64.asm.Assembler;
import dev.joist.backend.aarch64.asm.MoveImmediate;
import dev.joist.backend.aarch64.asm.Reg;
import dev.joist.backend.aarch64.asm.Size;
import dev.joist.backend.aarch64.asm.VReg;

/**
 * The registers that nobody but the macro assembler knows. {@link #TEMP} and {@link #FP_TEMP} hold something within
 * one macro operation. x17 holds constants that no immediate can; what it holds is remembered as long as code runs
 * straight on, so that the second use of a constant costs nothing.
 */
final class Scratch {
  static final Reg TEMP = Reg.R16;
  static final VReg FP_TEMP = VReg.V31;

  /** From this length a constant is loaded from the pool, in one instruction. */
  private static final int POOLED_LENGTH = 2;

  private static final Reg CONSTANT = Reg.R17;

  private final Assembler assembler;
  private boolean known;
  private long constant;

  Scratch(Assembler assembler) {
    this.assembler = assembler;
  }

  /** A register that holds the value until another constant is asked for. */
  Reg constant(long value) {
    if (!known || constant != value) {
      move(CONSTANT, value);
      known = true;
      constant = value;
    }
    return CONSTANT;
  }

  /** Whether the value is in a register already. */
  boolean holds(long value) {
    return known && constant == value;
  }

  /** A register that holds the value in its low 32 bits. */
  Reg constant(Size size, long value) {
    return constant(size == Size.W ? value & 0xffff_ffffL : value);
  }

  /** Forgets what x17 holds: control may come from elsewhere, or a call may have changed it. */
  void forget() {
    known = false;
  }

  /** {@code d = value}, by the fewest instructions. */
  void move(Reg d, long value) {
    if (MoveImmediate.length(Size.X, value) >= POOLED_LENGTH) {
      assembler.ldrLiteral(d, value);
    } else {
      assembler.mov(d, value);
    }
  }
}
