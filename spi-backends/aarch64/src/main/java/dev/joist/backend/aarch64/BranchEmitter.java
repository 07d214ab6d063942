package dev.joist.backend.aarch64;

import static dev.joist.backend.aarch64.Scratch.TEMP;

import dev.joist.assembler.CodeLabel;
import dev.joist.backend.aarch64.asm.Arithmetic;
import dev.joist.backend.aarch64.asm.Assembler;
import dev.joist.backend.aarch64.asm.Bitfields;
import dev.joist.backend.aarch64.asm.BitmaskImmediate;
import dev.joist.backend.aarch64.asm.Condition;
import dev.joist.backend.aarch64.asm.Conditional;
import dev.joist.backend.aarch64.asm.FloatingPoint;
import dev.joist.backend.aarch64.asm.FpSize;
import dev.joist.backend.aarch64.asm.Logic;
import dev.joist.backend.aarch64.asm.Moves;
import dev.joist.backend.aarch64.asm.Reg;
import dev.joist.backend.aarch64.asm.Shift;
import dev.joist.backend.aarch64.asm.Size;
import dev.joist.backend.aarch64.asm.VReg;
import dev.joist.masm.Cond;
import dev.joist.masm.FpCond;

/** Comparisons, and the branches that depend on them, each in the fewest instructions. */
final class BranchEmitter {
  /** What a comparison takes as an immediate. */
  private static final long LOW_BITS = 0xfff;

  private final Assembler asm;
  private final Scratch scratch;

  BranchEmitter(Assembler asm, Scratch scratch) {
    this.asm = asm;
    this.scratch = scratch;
  }

  static Condition condition(Cond cond) {
    return switch (cond) {
      case EQUAL -> Condition.EQ;
      case NOT_EQUAL -> Condition.NE;
      case LESS -> Condition.LT;
      case LESS_EQUAL -> Condition.LE;
      case GREATER -> Condition.GT;
      case GREATER_EQUAL -> Condition.GE;
      case BELOW -> Condition.CC;
      case BELOW_EQUAL -> Condition.LS;
      case ABOVE -> Condition.HI;
      case ABOVE_EQUAL -> Condition.CS;
    };
  }

  /** After fcmp, whose flags for unordered operands are C and V. */
  static Condition condition(FpCond cond) {
    return switch (cond) {
      case EQUAL -> Condition.EQ;
      case NOT_EQUAL -> Condition.NE;
      case LESS -> Condition.MI;
      case LESS_EQUAL -> Condition.LS;
      case GREATER -> Condition.GT;
      case GREATER_EQUAL -> Condition.GE;
      case NOT_LESS -> Condition.PL;
      case NOT_LESS_EQUAL -> Condition.HI;
      case NOT_GREATER -> Condition.LE;
      case NOT_GREATER_EQUAL -> Condition.LT;
    };
  }

  void compare(Size size, Cond cond, Reg d, Reg n, Reg m) {
    asm.emit(Arithmetic.cmp(size, n, m));
    asm.emit(Conditional.cset(Size.W, d, condition(cond)));
  }

  void compareImm(Size size, Cond cond, Reg d, Reg n, long imm) {
    Relation relation = Relation.of(size, cond, imm);
    if (relation.isConstant()) {
      asm.emit(Moves.movz(Size.W, d, relation.always() ? 1 : 0, 0));
    } else if (relation.value() == 0 && relation.cond() == Cond.LESS) {
      asm.emit(Bitfields.lsr(size, d, n, size.bits() - 1));
    } else {
      asm.emit(Conditional.cset(Size.W, d, condition(setFlags(size, relation, n).cond())));
    }
  }

  void branch(Size size, Cond cond, Reg n, Reg m, CodeLabel target) {
    asm.emit(Arithmetic.cmp(size, n, m));
    asm.b(condition(cond), target);
  }

  void branchImm(Size size, Cond cond, Reg n, long imm, CodeLabel target) {
    Relation relation = Relation.of(size, cond, imm);
    if (relation.isConstant()) {
      if (relation.always()) {
        asm.b(target);
      }
      return;
    }
    if (relation.value() == 0) {
      switch (relation.cond()) {
        case EQUAL -> asm.cbz(size, n, target);
        case NOT_EQUAL -> asm.cbnz(size, n, target);
        case LESS -> asm.tbnz(n, size.bits() - 1, target);
        case GREATER_EQUAL -> asm.tbz(n, size.bits() - 1, target);
        default -> compareAndBranch(size, relation, n, target);
      }
      return;
    }
    compareAndBranch(size, relation, n, target);
  }

  private void compareAndBranch(Size size, Relation relation, Reg n, CodeLabel target) {
    long mask = relation.powerOfTwoMask(size);
    if (mask != 0 && !relation.isEncodable()) {
      asm.emit(Logic.tst(size, n, mask));
      asm.b(relation.cond() == Cond.BELOW ? Condition.EQ : Condition.NE, target);
    } else {
      Relation set = setFlags(size, relation, n);
      asm.b(condition(set.cond()), target);
    }
  }

  /** Compares; answers the relation whose condition is to be tested, since the value may have been moved by one. */
  private Relation setFlags(Size size, Relation relation, Reg n) {
    Relation chosen = relation;
    if (!relation.isEncodable() && relation.neighbour(size).isEncodable()) {
      chosen = relation.neighbour(size);
    }
    long value = chosen.value();
    if (Arithmetic.isImmediate(value)) {
      asm.emit(Arithmetic.cmp(size, n, (int) value));
    } else if (Arithmetic.isImmediate(-value)) {
      asm.emit(Arithmetic.cmn(size, n, (int) -value));
    } else if (isCheapToTakeApart(size, chosen)) {
      // Equal to a ^ b when, with a's bits flipped, equal to b.
      asm.emit(Logic.eor(size, TEMP, n, value & ~LOW_BITS));
      asm.emit(Arithmetic.cmp(size, TEMP, (int) (value & LOW_BITS)));
    } else {
      asm.emit(Arithmetic.cmp(size, n, scratch.constant(size, value)));
    }
    return chosen;
  }

  /** Whether a number takes more instructions to make than to flip some bits and compare with the rest. */
  private boolean isCheapToTakeApart(Size size, Relation relation) {
    boolean equality = relation.cond() == Cond.EQUAL || relation.cond() == Cond.NOT_EQUAL;
    return equality && size == Size.X && !scratch.holds(relation.value()) && (relation.value() & LOW_BITS) != 0
        && BitmaskImmediate.isEncodable(size, relation.value() & ~LOW_BITS);
  }

  /** Branches when n and mask have a bit in common, or when they have none. */
  void branchBits(Size size, Reg n, long imm, boolean ifAny, CodeLabel target) {
    long mask = size == Size.W ? imm & 0xffff_ffffL : imm;
    if (mask == 0) {
      if (!ifAny) {
        asm.b(target);
      }
    } else if (Long.bitCount(mask) == 1) {
      int bit = Long.numberOfTrailingZeros(mask);
      if (ifAny) {
        asm.tbnz(n, bit, target);
      } else {
        asm.tbz(n, bit, target);
      }
    } else if (mask == 0xffff_ffffL || mask == -1) {
      Size tested = mask == -1 ? Size.X : Size.W;
      if (ifAny) {
        asm.cbnz(tested, n, target);
      } else {
        asm.cbz(tested, n, target);
      }
    } else {
      if (BitmaskImmediate.isEncodable(size, mask)) {
        asm.emit(Logic.tst(size, n, mask));
      } else {
        asm.emit(Logic.tst(size, n, scratch.constant(mask)));
      }
      asm.b(ifAny ? Condition.NE : Condition.EQ, target);
    }
  }

  void branchTop(Cond cond, Reg n, int lsb, long value, CodeLabel target) {
    long max = topMax(lsb, value);
    switch (cond) {
      case EQUAL -> branchTopEqual(true, n, lsb, value, max, target);
      case NOT_EQUAL -> branchTopEqual(false, n, lsb, value, max, target);
      case BELOW -> branchTopBelow(true, n, lsb, value, target);
      case ABOVE_EQUAL -> branchTopBelow(false, n, lsb, value, target);
      case BELOW_EQUAL, ABOVE -> {
        boolean below = cond == Cond.BELOW_EQUAL;
        if (value != max) {
          branchTopBelow(below, n, lsb, value + 1, target);
        } else if (below) {
          asm.b(target);
        }
      }
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> throw new IllegalArgumentException(
          "branchTop at offset " + asm.position() + ": " + cond + " is a signed relation; use an unsigned one");
    }
  }

  private void branchTopEqual(boolean ifEqual, Reg n, int lsb, long value, long max, CodeLabel target) {
    if (lsb == 0) {
      branchImm(Size.X, ifEqual ? Cond.EQUAL : Cond.NOT_EQUAL, n, value, target);
    } else if (value == 0) {
      branchTopBelow(ifEqual, n, lsb, 1, target);
    } else if (value == max) {
      branchTopBelow(!ifEqual, n, lsb, value, target);
    } else {
      asm.emit(Arithmetic.cmp(Size.X, scratch.constant(value), n, Shift.LSR, lsb));
      asm.b(ifEqual ? Condition.EQ : Condition.NE, target);
    }
  }

  /** {@code n >>> lsb} is below the value exactly when n is below the value shifted left. */
  private void branchTopBelow(boolean ifBelow, Reg n, int lsb, long value, CodeLabel target) {
    branchImm(Size.X, ifBelow ? Cond.BELOW : Cond.ABOVE_EQUAL, n, value << lsb, target);
  }

  void branchUnlessBothTops(Reg n, Reg m, int lsb, long value, CodeLabel target) {
    long max = topMax(lsb, value);
    if (n == m) {
      branchTop(Cond.NOT_EQUAL, n, lsb, value, target);
    } else if (value == 0) {
      asm.emit(Logic.orr(Size.X, TEMP, n, m));
      branchTop(Cond.NOT_EQUAL, TEMP, lsb, value, target);
    } else if (value == max) {
      asm.emit(Logic.and(Size.X, TEMP, n, m));
      branchTop(Cond.NOT_EQUAL, TEMP, lsb, value, target);
    } else if (lsb == 0) {
      Reg constant = scratch.constant(value);
      asm.emit(Arithmetic.cmp(Size.X, n, constant));
      asm.emit(Conditional.ccmp(Size.X, m, constant, 0, Condition.EQ));
      asm.b(Condition.NE, target);
    } else {
      Reg constant = scratch.constant(value);
      asm.emit(Bitfields.lsr(Size.X, TEMP, m, lsb));
      asm.emit(Arithmetic.cmp(Size.X, constant, n, Shift.LSR, lsb));
      asm.emit(Conditional.ccmp(Size.X, TEMP, constant, 0, Condition.EQ));
      asm.b(Condition.NE, target);
    }
  }

  /** The largest value of the bits from lsb up; the value must be one of them. */
  private long topMax(int lsb, long value) {
    if (lsb < 0 || lsb > 63) {
      throw new IllegalArgumentException("top bits at offset " + asm.position() + ": lsb " + lsb + " is not in 0..63");
    }
    long max = -1L >>> lsb;
    if (Long.compareUnsigned(value, max) > 0) {
      throw new IllegalArgumentException("top bits at offset " + asm.position() + ": 0x" + Long.toHexString(value)
          + " does not fit into the " + (64 - lsb) + " bits from bit " + lsb);
    }
    return max;
  }

  void compareFp(FpCond cond, Reg d, VReg n, VReg m) {
    asm.emit(FloatingPoint.fcmp(FpSize.D, n, m));
    asm.emit(Conditional.cset(Size.W, d, condition(cond)));
  }

  void branchFp(FpCond cond, VReg n, VReg m, CodeLabel target) {
    asm.emit(FloatingPoint.fcmp(FpSize.D, n, m));
    asm.b(condition(cond), target);
  }

  void select(Size size, Cond cond, Reg x, Reg y, Reg d, Reg n, Reg m) {
    asm.emit(Arithmetic.cmp(size, x, y));
    asm.emit(Conditional.csel(size, d, n, m, condition(cond)));
  }
}
