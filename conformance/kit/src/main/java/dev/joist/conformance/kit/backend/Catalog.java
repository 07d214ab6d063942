package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.backend.MacroOp.Destination;
import dev.joist.conformance.kit.backend.MacroOp.Emission;
import dev.joist.conformance.kit.backend.MacroOp.Meaning;
import dev.joist.conformance.kit.backend.MacroOp.Outcome;
import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** Integer operations and branches of the macro assembler, each with its meaning; {@link FpCatalog} has the others. */
final class Catalog {
  private static final Width[] WIDTHS = {Width.BITS32, Width.BITS64};

  private static final long[] IMMEDIATES = {
    0, 1, -1, 2, 3, -2, 15, 16, 255, 256, 4095, 4096, 4097, -4095, -4096, -4097, 0xffff, 0x10000, 0x12345, 0xfff000,
    0x1000000, -0x1000001, 0x7fff_ffffL, 0x8000_0000L, -0x8000_0000L, 0xffff_ffffL, 0x1234_5678L, 0x5555_5555L,
    0x5555_5555_5555_5555L, 0x0003_0000_0000_0000L, 0xfffc_0000_0000_0000L, Long.MIN_VALUE, Long.MAX_VALUE,
    Long.MIN_VALUE + 1, Integer.MIN_VALUE + 1L, 0x1234_5678_9abc_def0L, 0x00ff_0000_0000_0000L, 0x1_0000_0000L,
    0xffff_ffff_0000_0000L
  };

  private final List<MacroOp> ops = new ArrayList<>();
  private String family = "integer";

  private Catalog() {}

  static List<MacroOp> all() {
    Catalog catalog = new Catalog();
    catalog.moves();
    for (Width width : WIDTHS) {
      catalog.arithmetic(width);
      catalog.logic(width);
      catalog.shifts(width);
      catalog.comparisons(width);
    }
    catalog.extensions();
    catalog.family = "overflow";
    for (Width width : WIDTHS) {
      catalog.overflows(width);
    }
    catalog.family = "branch";
    for (Width width : WIDTHS) {
      catalog.branches(width);
      catalog.bits(width);
    }
    catalog.tops();
    catalog.ops.addAll(FpCatalog.all());
    return catalog.ops;
  }

  /** The value as an operation of that width leaves it: 32 bits zero-extended. */
  private static long result(Width width, long value) {
    return width == Width.BITS32 ? value & 0xffff_ffffL : value;
  }

  /** The value as a signed operation of that width reads it. */
  private static long signed(Width width, long value) {
    return width == Width.BITS32 ? (int) value : value;
  }

  static boolean holds(Width width, Cond cond, long x, long y) {
    long a = signed(width, x);
    long b = signed(width, y);
    return switch (cond) {
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case LESS -> a < b;
      case LESS_EQUAL -> a <= b;
      case GREATER -> a > b;
      case GREATER_EQUAL -> a >= b;
      case BELOW -> Long.compareUnsigned(a, b) < 0;
      case BELOW_EQUAL -> Long.compareUnsigned(a, b) <= 0;
      case ABOVE -> Long.compareUnsigned(a, b) > 0;
      case ABOVE_EQUAL -> Long.compareUnsigned(a, b) >= 0;
    };
  }

  private void add(String name, int gpInputs, Destination destination, Emission emission, Meaning meaning) {
    ops.add(new MacroOp(family, name, gpInputs, 0, destination, emission, meaning));
  }

  private interface UnaryEmission {
    void emit(MacroAssembler m, MutGp dst, Gp a);
  }

  private interface BinaryEmission {
    void emit(MacroAssembler m, MutGp dst, Gp a, Gp b);
  }

  private void unary(String name, UnaryEmission emission, LongUnaryOperator meaning) {
    add(name, 1, Destination.GP, (m, o) -> emission.emit(m, o.dst(), o.a()),
        (gp, _) -> Outcome.value(meaning.applyAsLong(gp[0])));
  }

  private void binary(String name, BinaryEmission emission, LongBinaryOperator meaning) {
    add(name, 2, Destination.GP, (m, o) -> emission.emit(m, o.dst(), o.a(), o.b()),
        (gp, _) -> Outcome.value(meaning.applyAsLong(gp[0], gp[1])));
  }

  private static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }

  private void moves() {
    unary("move", MacroAssembler::move, a -> a);
    for (long imm : IMMEDIATES) {
      add("moveImm " + hex(imm), 0, Destination.GP, (m, o) -> m.moveImm(o.dst(), imm), (_, _) -> Outcome.value(imm));
    }
  }

  private void arithmetic(Width w) {
    binary("add " + w, (m, d, a, b) -> m.add(w, d, a, b), (a, b) -> result(w, a + b));
    binary("sub " + w, (m, d, a, b) -> m.sub(w, d, a, b), (a, b) -> result(w, a - b));
    binary("mul " + w, (m, d, a, b) -> m.mul(w, d, a, b), (a, b) -> result(w, a * b));
    binary("div " + w, (m, d, a, b) -> m.div(w, d, a, b),
        (a, b) -> excluded(w, a, b) ? EXCLUDED : result(w, signed(w, a) / signed(w, b)));
    binary("rem " + w, (m, d, a, b) -> m.rem(w, d, a, b),
        (a, b) -> excluded(w, a, b) ? EXCLUDED : result(w, signed(w, a) % signed(w, b)));
    unary("neg " + w, (m, d, a) -> m.neg(w, d, a), a -> result(w, -a));
    unary("not " + w, (m, d, a) -> m.not(w, d, a), a -> result(w, ~a));
    for (long imm : IMMEDIATES) {
      unary("addImm " + w + " " + hex(imm), (m, d, a) -> m.addImm(w, d, a, imm), a -> result(w, a + imm));
      unary("subFromImm " + w + " " + hex(imm), (m, d, a) -> m.subFromImm(w, d, imm, a), a -> result(w, imm - a));
    }
  }

  /** The result of an operation on operands that its contract excludes; it is not executed, a processor may trap. */
  static final long EXCLUDED = 0xdead_0000_0000_deadL;

  private static boolean excluded(Width w, long a, long b) {
    long min = w == Width.BITS32 ? Integer.MIN_VALUE : Long.MIN_VALUE;
    return signed(w, b) == 0 || signed(w, a) == min && signed(w, b) == -1;
  }

  private void logic(Width w) {
    binary("and " + w, (m, d, a, b) -> m.and(w, d, a, b), (a, b) -> result(w, a & b));
    binary("or " + w, (m, d, a, b) -> m.or(w, d, a, b), (a, b) -> result(w, a | b));
    binary("xor " + w, (m, d, a, b) -> m.xor(w, d, a, b), (a, b) -> result(w, a ^ b));
    for (long imm : IMMEDIATES) {
      unary("andImm " + w + " " + hex(imm), (m, d, a) -> m.andImm(w, d, a, imm), a -> result(w, a & imm));
      unary("orImm " + w + " " + hex(imm), (m, d, a) -> m.orImm(w, d, a, imm), a -> result(w, a | imm));
      unary("xorImm " + w + " " + hex(imm), (m, d, a) -> m.xorImm(w, d, a, imm), a -> result(w, a ^ imm));
    }
  }

  private static long left(Width w, long a, long amount) {
    return w == Width.BITS32 ? result(w, (int) a << (int) amount) : a << amount;
  }

  private static long right(Width w, long a, long amount) {
    return w == Width.BITS32 ? result(w, (int) a >> (int) amount) : a >> amount;
  }

  private static long rightUnsigned(Width w, long a, long amount) {
    return w == Width.BITS32 ? result(w, (int) a >>> (int) amount) : a >>> amount;
  }

  private void shifts(Width w) {
    binary("shiftLeft " + w, (m, d, a, b) -> m.shiftLeft(w, d, a, b), (a, b) -> left(w, a, b));
    binary("shiftRight " + w, (m, d, a, b) -> m.shiftRight(w, d, a, b), (a, b) -> right(w, a, b));
    binary("shiftRightUnsigned " + w, (m, d, a, b) -> m.shiftRightUnsigned(w, d, a, b), (a, b) -> rightUnsigned(w, a, b));
    for (int amount : new int[] {0, 1, 5, 31, 32, 33, 63, 64, -1}) {
      unary("shiftLeftImm " + w + " " + amount, (m, d, a) -> m.shiftLeftImm(w, d, a, amount), a -> left(w, a, amount));
      unary("shiftRightImm " + w + " " + amount, (m, d, a) -> m.shiftRightImm(w, d, a, amount), a -> right(w, a, amount));
      unary("shiftRightUnsignedImm " + w + " " + amount, (m, d, a) -> m.shiftRightUnsignedImm(w, d, a, amount),
          a -> rightUnsigned(w, a, amount));
    }
    unary("countLeadingZeros " + w, (m, d, a) -> m.countLeadingZeros(w, d, a),
        a -> w == Width.BITS32 ? Integer.numberOfLeadingZeros((int) a) : Long.numberOfLeadingZeros(a));
  }

  private void extensions() {
    unary("zeroExtend 8", (m, d, a) -> m.zeroExtend(Width.BITS8, d, a), a -> a & 0xff);
    unary("zeroExtend 16", (m, d, a) -> m.zeroExtend(Width.BITS16, d, a), a -> a & 0xffff);
    unary("zeroExtend 32", (m, d, a) -> m.zeroExtend(Width.BITS32, d, a), a -> a & 0xffff_ffffL);
    unary("zeroExtend 64", (m, d, a) -> m.zeroExtend(Width.BITS64, d, a), a -> a);
    unary("signExtend 8", (m, d, a) -> m.signExtend(Width.BITS8, d, a), a -> (byte) a);
    unary("signExtend 16", (m, d, a) -> m.signExtend(Width.BITS16, d, a), a -> (short) a);
    unary("signExtend 32", (m, d, a) -> m.signExtend(Width.BITS32, d, a), a -> (int) a);
    unary("signExtend 64", (m, d, a) -> m.signExtend(Width.BITS64, d, a), a -> a);
  }

  private void comparisons(Width w) {
    for (Cond cond : Cond.values()) {
      binary("compare " + w + " " + cond, (m, d, a, b) -> m.compare(w, cond, d, a, b), (a, b) -> holds(w, cond, a, b) ? 1 : 0);
      for (long imm : IMMEDIATES) {
        unary("compareImm " + w + " " + cond + " " + hex(imm), (m, d, a) -> m.compareImm(w, cond, d, a, imm),
            a -> holds(w, cond, a, imm) ? 1 : 0);
      }
    }
    for (Cond cond : new Cond[] {Cond.EQUAL, Cond.LESS, Cond.ABOVE}) {
      add("select " + w + " " + cond, 4, Destination.GP,
          (m, o) -> m.select(w, cond, o.gp()[0], o.gp()[1], o.dst(), o.gp()[2], o.gp()[3]),
          (gp, _) -> Outcome.value(result(w, holds(w, cond, gp[0], gp[1]) ? gp[2] : gp[3])));
    }
  }

  private static Outcome exact(Width w, BigInteger value) {
    boolean fits = value.bitLength() < w.bits();
    return fits ? Outcome.value(result(w, value.longValue())) : Outcome.branch(true);
  }

  private static BigInteger big(Width w, long value) {
    return BigInteger.valueOf(signed(w, value));
  }

  private void overflows(Width w) {
    add("addOverflow " + w, 2, Destination.GP, (m, o) -> m.addOverflow(w, o.dst(), o.a(), o.b(), o.taken()),
        (gp, _) -> exact(w, big(w, gp[0]).add(big(w, gp[1]))));
    add("subOverflow " + w, 2, Destination.GP, (m, o) -> m.subOverflow(w, o.dst(), o.a(), o.b(), o.taken()),
        (gp, _) -> exact(w, big(w, gp[0]).subtract(big(w, gp[1]))));
    add("mulOverflow " + w, 2, Destination.GP, (m, o) -> m.mulOverflow(w, o.dst(), o.a(), o.b(), o.taken()),
        (gp, _) -> exact(w, big(w, gp[0]).multiply(big(w, gp[1]))));
    add("negOverflow " + w, 1, Destination.GP, (m, o) -> m.negOverflow(w, o.dst(), o.a(), o.taken()),
        (gp, _) -> exact(w, big(w, gp[0]).negate()));
    for (long imm : IMMEDIATES) {
      add("addImmOverflow " + w + " " + hex(imm), 1, Destination.GP,
          (m, o) -> m.addImmOverflow(w, o.dst(), o.a(), imm, o.taken()),
          (gp, _) -> exact(w, big(w, gp[0]).add(big(w, imm))));
    }
  }

  private void branches(Width w) {
    for (Cond cond : Cond.values()) {
      add("branch " + w + " " + cond, 2, Destination.NONE, (m, o) -> m.branch(w, cond, o.a(), o.b(), o.taken()),
          (gp, _) -> Outcome.branch(holds(w, cond, gp[0], gp[1])));
      for (long imm : IMMEDIATES) {
        add("branchImm " + w + " " + cond + " " + hex(imm), 1, Destination.NONE,
            (m, o) -> m.branchImm(w, cond, o.a(), imm, o.taken()), (gp, _) -> Outcome.branch(holds(w, cond, gp[0], imm)));
      }
    }
  }

  private void bits(Width w) {
    for (long imm : IMMEDIATES) {
      add("branchIfNoBits " + w + " " + hex(imm), 1, Destination.NONE,
          (m, o) -> m.branchIfNoBits(w, o.a(), imm, o.taken()), (gp, _) -> Outcome.branch(result(w, gp[0] & imm) == 0));
      add("branchIfAnyBits " + w + " " + hex(imm), 1, Destination.NONE,
          (m, o) -> m.branchIfAnyBits(w, o.a(), imm, o.taken()), (gp, _) -> Outcome.branch(result(w, gp[0] & imm) != 0));
    }
  }

  private void tops() {
    Cond[] relations = {Cond.EQUAL, Cond.NOT_EQUAL, Cond.BELOW, Cond.BELOW_EQUAL, Cond.ABOVE, Cond.ABOVE_EQUAL};
    for (int lsb : new int[] {0, 1, 32, 47, 48, 50, 62, 63}) {
      long max = -1L >>> lsb;
      for (long value : new long[] {0, 1, 2, 3, 4, 0xfffe, max - 1, max}) {
        if (value < 0 && lsb != 0 || Long.compareUnsigned(value, max) > 0) {
          continue;
        }
        for (Cond cond : relations) {
          add("branchTop " + cond + " " + lsb + " " + hex(value), 1, Destination.NONE,
              (m, o) -> m.branchTop(cond, o.a(), lsb, value, o.taken()),
              (gp, _) -> Outcome.branch(holds(Width.BITS64, cond, gp[0] >>> lsb, value)));
        }
        add("branchUnlessBothTops " + lsb + " " + hex(value), 2, Destination.NONE,
            (m, o) -> m.branchUnlessBothTops(o.a(), o.b(), lsb, value, o.taken()),
            (gp, _) -> Outcome.branch(gp[0] >>> lsb != value || gp[1] >>> lsb != value));
      }
    }
  }
}
