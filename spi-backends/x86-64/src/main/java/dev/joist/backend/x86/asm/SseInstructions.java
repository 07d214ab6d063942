package dev.joist.backend.x86.asm;

import dev.joist.assembler.CodeBuffer;

/** Doubles in SSE registers. */
public final class SseInstructions {
  private static final int P66 = 0x66;
  private static final int SCALAR_DOUBLE = 0xf2;
  private static final int SCALAR_SINGLE = 0xf3;

  private final Encoder encoder;
  private final CodeBuffer code;

  SseInstructions(Encoder encoder) {
    this.encoder = encoder;
    this.code = encoder.code();
  }

  /** Arithmetic on doubles, {@code d = d op s} ({@code d = sqrt(s)}). */
  public enum Arithmetic {
    SQRTSD(0x0f51), ADDSD(0x0f58), MULSD(0x0f59), SUBSD(0x0f5c), MINSD(0x0f5d), DIVSD(0x0f5e), MAXSD(0x0f5f);

    private final int opcode;

    Arithmetic(int opcode) {
      this.opcode = opcode;
    }
  }

  /** Bitwise operations, {@code d = d op s}. */
  public enum Bitwise {
    ANDPD(0x0f54), ORPD(0x0f56), XORPD(0x0f57), PCMPEQD(0x0f76);

    private final int opcode;

    Bitwise(int opcode) {
      this.opcode = opcode;
    }
  }

  /** How {@code roundsd} rounds, in the order of its encoding. */
  public enum Rounding {
    NEAREST, FLOOR, CEILING, TRUNCATE
  }

  private static final int NO_PRECISION_EXCEPTION = 8;

  /** {@code d = d op s}. */
  public void arithmetic(Arithmetic op, Xmm d, Xmm s) {
    encoder.registers(SCALAR_DOUBLE, false, op.opcode, d.code(), s.code());
  }

  /** {@code d = d op s}, all bits. */
  public void bitwise(Bitwise op, Xmm d, Xmm s) {
    encoder.registers(P66, false, op.opcode, d.code(), s.code());
  }

  /** {@code d = s}, all bits. */
  public void movapd(Xmm d, Xmm s) {
    encoder.registers(P66, false, 0x0f28, d.code(), s.code());
  }

  /** Loads a double. */
  public void movsd(Xmm d, Address m) {
    encoder.memory(SCALAR_DOUBLE, false, 0x0f10, d.code(), false, m);
  }

  /** Stores a double. */
  public void movsd(Address m, Xmm s) {
    encoder.memory(SCALAR_DOUBLE, false, 0x0f11, s.code(), false, m);
  }

  /** The double whose bits are in s. */
  public void movq(Xmm d, Reg s) {
    encoder.registers(P66, true, 0x0f6e, d.code(), s.code());
  }

  /** The bits of s. */
  public void movq(Reg d, Xmm s) {
    encoder.registers(P66, true, 0x0f7e, s.code(), d.code());
  }

  /** {@code d << amount}, as 64 bits. */
  public void psllq(Xmm d, int amount) {
    encoder.registers(P66, false, 0x0f73, 6, d.code());
    code.put8(amount);
  }

  /** {@code d >>> amount}, as 64 bits. */
  public void psrlq(Xmm d, int amount) {
    encoder.registers(P66, false, 0x0f73, 2, d.code());
    code.put8(amount);
  }

  /** Bit 0 of d = the sign of s. */
  public void movmskpd(Reg d, Xmm s) {
    encoder.registers(P66, false, 0x0f50, d.code(), s.code());
  }

  /** Flags of a compared with b: C for below, Z for equal; all of Z, P and C when unordered. */
  public void ucomisd(Xmm a, Xmm b) {
    encoder.registers(P66, false, 0x0f2e, a.code(), b.code());
  }

  /** The signed integer in s as a double; the upper part of d stays. */
  public void cvtsi2sd(Size from, Xmm d, Reg s) {
    encoder.registers(SCALAR_DOUBLE, from == Size.QWORD, 0x0f2a, d.code(), s.code());
  }

  /** {@code d = s} rounded towards zero; the smallest integer when that does not fit. */
  public void cvttsd2si(Size to, Reg d, Xmm s) {
    encoder.registers(SCALAR_DOUBLE, to == Size.QWORD, 0x0f2c, d.code(), s.code());
  }

  /** {@code d = s} as a float. */
  public void cvtsd2ss(Xmm d, Xmm s) {
    encoder.registers(SCALAR_DOUBLE, false, 0x0f5a, d.code(), s.code());
  }

  /** {@code d =} the float s as a double. */
  public void cvtss2sd(Xmm d, Xmm s) {
    encoder.registers(SCALAR_SINGLE, false, 0x0f5a, d.code(), s.code());
  }

  /** {@code d = s} rounded to an integral value (SSE4.1). */
  public void roundsd(Rounding rounding, Xmm d, Xmm s) {
    encoder.registers(P66, false, 0x0f3a0b, d.code(), s.code());
    code.put8(NO_PRECISION_EXCEPTION | rounding.ordinal());
  }

  /** Loads a double from a place in this code; answers where the distance to it stands. */
  int movsdRelative(Xmm d) {
    return encoder.relative(SCALAR_DOUBLE, false, 0x0f10, d.code());
  }
}
