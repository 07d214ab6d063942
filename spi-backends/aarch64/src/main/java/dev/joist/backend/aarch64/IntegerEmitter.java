package dev.joist.backend.aarch64;

import static dev.joist.backend.aarch64.Scratch.TEMP;

import dev.joist.assembler.CodeLabel;
import dev.joist.backend.aarch64.asm.Arithmetic;
import dev.joist.backend.aarch64.asm.Assembler;
import dev.joist.backend.aarch64.asm.Bitfields;
import dev.joist.backend.aarch64.asm.BitmaskImmediate;
import dev.joist.backend.aarch64.asm.Condition;
import dev.joist.backend.aarch64.asm.Extend;
import dev.joist.backend.aarch64.asm.Integers;
import dev.joist.backend.aarch64.asm.Logic;
import dev.joist.backend.aarch64.asm.Moves;
import dev.joist.backend.aarch64.asm.Reg;
import dev.joist.backend.aarch64.asm.Shift;
import dev.joist.backend.aarch64.asm.Size;
import dev.joist.masm.Width;

/** Integer arithmetic and logic with any immediate. */
final class IntegerEmitter {
  private final Assembler asm;
  private final Scratch scratch;

  IntegerEmitter(Assembler asm, Scratch scratch) {
    this.asm = asm;
    this.scratch = scratch;
  }

  /** A value as an operation of that size sees it: sign-extended. */
  static long truncate(Size size, long value) {
    return size == Size.W ? (int) value : value;
  }

  void move(Reg d, Reg n) {
    if (d != n) {
      asm.emit(Moves.mov(Size.X, d, n));
    }
  }

  /** As a result of an operation of that size: for W it clears the upper half even where d is n. */
  void moveResult(Size size, Reg d, Reg n) {
    if (size == Size.W) {
      asm.emit(Moves.mov(Size.W, d, n));
    } else {
      move(d, n);
    }
  }

  void addImm(Size size, Reg d, Reg n, long imm) {
    long value = truncate(size, imm);
    if (value == 0) {
      moveResult(size, d, n);
    } else if (Arithmetic.isImmediate(value)) {
      asm.emit(Arithmetic.add(size, d, n, (int) value));
    } else if (Arithmetic.isImmediate(-value)) {
      asm.emit(Arithmetic.sub(size, d, n, (int) -value));
    } else if (value >= -0xff_ffff && value <= 0xff_ffff) {
      int magnitude = (int) Math.abs(value);
      addPiece(size, d, n, magnitude & 0xfff000, value < 0);
      addPiece(size, d, d, magnitude & 0xfff, value < 0);
    } else {
      asm.emit(Arithmetic.add(size, d, n, scratch.constant(size, value)));
    }
  }

  private void addPiece(Size size, Reg d, Reg n, int imm, boolean subtract) {
    asm.emit(subtract ? Arithmetic.sub(size, d, n, imm) : Arithmetic.add(size, d, n, imm));
  }

  void subFromImm(Size size, Reg d, long imm, Reg n) {
    long value = truncate(size, imm);
    if (value == 0) {
      asm.emit(Arithmetic.neg(size, d, n));
    } else if (value == -1) {
      asm.emit(Logic.mvn(size, d, n));
    } else {
      asm.emit(Arithmetic.sub(size, d, scratch.constant(size, value), n));
    }
  }

  void rem(Size size, Reg d, Reg n, Reg m) {
    asm.emit(Integers.sdiv(size, TEMP, n, m));
    asm.emit(Integers.msub(size, d, TEMP, m, n));
  }

  void andImm(Size size, Reg d, Reg n, long imm) {
    long value = truncate(size, imm);
    if (value == 0) {
      asm.emit(Moves.movz(Size.W, d, 0, 0));
    } else if (value == -1) {
      moveResult(size, d, n);
    } else if (BitmaskImmediate.isEncodable(size, value)) {
      asm.emit(Logic.and(size, d, n, value));
    } else {
      asm.emit(Logic.and(size, d, n, scratch.constant(size, value)));
    }
  }

  void orImm(Size size, Reg d, Reg n, long imm) {
    long value = truncate(size, imm);
    if (value == 0) {
      moveResult(size, d, n);
    } else if (value == -1) {
      asm.emit(Moves.movn(size, d, 0, 0));
    } else if (BitmaskImmediate.isEncodable(size, value)) {
      asm.emit(Logic.orr(size, d, n, value));
    } else {
      asm.emit(Logic.orr(size, d, n, scratch.constant(size, value)));
    }
  }

  void xorImm(Size size, Reg d, Reg n, long imm) {
    long value = truncate(size, imm);
    if (value == 0) {
      moveResult(size, d, n);
    } else if (value == -1) {
      asm.emit(Logic.mvn(size, d, n));
    } else if (BitmaskImmediate.isEncodable(size, value)) {
      asm.emit(Logic.eor(size, d, n, value));
    } else {
      asm.emit(Logic.eor(size, d, n, scratch.constant(size, value)));
    }
  }

  void shiftImm(Shift shift, Size size, Reg d, Reg n, int amount) {
    int distance = amount & size.bits() - 1;
    if (distance == 0) {
      moveResult(size, d, n);
      return;
    }
    asm.emit(switch (shift) {
      case LSL -> Bitfields.lsl(size, d, n, distance);
      case LSR -> Bitfields.lsr(size, d, n, distance);
      case ASR -> Bitfields.asr(size, d, n, distance);
      case ROR -> Bitfields.ror(size, d, n, distance);
    });
  }

  void zeroExtend(Width from, Reg d, Reg n) {
    switch (from) {
      case BITS8 -> asm.emit(Bitfields.uxtb(d, n));
      case BITS16 -> asm.emit(Bitfields.uxth(d, n));
      case BITS32 -> asm.emit(Moves.mov(Size.W, d, n));
      case BITS64 -> move(d, n);
    }
  }

  void signExtend(Width from, Reg d, Reg n) {
    switch (from) {
      case BITS8 -> asm.emit(Bitfields.sxtb(Size.X, d, n));
      case BITS16 -> asm.emit(Bitfields.sxth(Size.X, d, n));
      case BITS32 -> asm.emit(Bitfields.sxtw(d, n));
      case BITS64 -> move(d, n);
    }
  }

  void addImmOverflow(Size size, Reg d, Reg n, long imm, CodeLabel overflow) {
    long value = truncate(size, imm);
    if (value == 0) {
      moveResult(size, d, n);
      return;
    }
    if (Arithmetic.isImmediate(value)) {
      asm.emit(Arithmetic.adds(size, d, n, (int) value));
    } else if (Arithmetic.isImmediate(-value)) {
      asm.emit(Arithmetic.subs(size, d, n, (int) -value));
    } else {
      asm.emit(Arithmetic.adds(size, d, n, scratch.constant(size, value)));
    }
    asm.b(Condition.VS, overflow);
  }

  void mulOverflow(Size size, Reg d, Reg n, Reg m, CodeLabel overflow) {
    if (size == Size.W) {
      asm.emit(Integers.smull(TEMP, n, m));
      asm.emit(Arithmetic.cmp(Size.X, TEMP, TEMP, Extend.SXTW, 0));
      asm.emit(Moves.mov(Size.W, d, TEMP));
    } else {
      asm.emit(Integers.smulh(TEMP, n, m));
      asm.emit(Integers.mul(Size.X, d, n, m));
      asm.emit(Arithmetic.cmp(Size.X, TEMP, d, Shift.ASR, 63));
    }
    asm.b(Condition.NE, overflow);
  }
}
