package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.backend.MacroOp.Destination;
import dev.joist.conformance.kit.backend.MacroOp.Emission;
import dev.joist.conformance.kit.backend.MacroOp.Meaning;
import dev.joist.conformance.kit.backend.MacroOp.Outcome;
import dev.joist.masm.FpCond;
import dev.joist.masm.Fp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;
import dev.joist.masm.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Operations on doubles, and conversions, each with its meaning. */
final class FpCatalog {
  private final List<MacroOp> ops = new ArrayList<>();
  private String family = "double";

  private FpCatalog() {}

  static List<MacroOp> all() {
    FpCatalog catalog = new FpCatalog();
    catalog.moves();
    catalog.arithmetic();
    catalog.comparisons();
    catalog.family = "conversion";
    catalog.conversions();
    return catalog.ops;
  }

  private void add(String name, int gpInputs, int fpInputs, Destination destination, Emission emission, Meaning meaning) {
    ops.add(new MacroOp(name.startsWith("branch") ? "branch" : family, name, gpInputs, fpInputs, destination, emission, meaning));
  }

  private static double d(long bits) {
    return Double.longBitsToDouble(bits);
  }

  private interface UnaryEmission {
    void emit(MacroAssembler m, MutFp dst, Fp a);
  }

  private interface BinaryEmission {
    void emit(MacroAssembler m, MutFp dst, Fp a, Fp b);
  }

  private void unary(String name, UnaryEmission emission, DoubleUnaryOperator meaning) {
    add(name, 0, 1, Destination.FP_ARITHMETIC, (m, o) -> emission.emit(m, o.fpDst(), o.fa()),
        (_, fp) -> Outcome.value(Double.doubleToLongBits(meaning.applyAsDouble(d(fp[0])))));
  }

  private void binary(String name, BinaryEmission emission, DoubleBinaryOperator meaning) {
    add(name, 0, 2, Destination.FP_ARITHMETIC, (m, o) -> emission.emit(m, o.fpDst(), o.fa(), o.fb()),
        (_, fp) -> Outcome.value(Double.doubleToLongBits(meaning.applyAsDouble(d(fp[0]), d(fp[1])))));
  }

  private void moves() {
    add("moveFp", 0, 1, Destination.FP, (m, o) -> m.moveFp(o.fpDst(), o.fa()), (_, fp) -> Outcome.value(fp[0]));
    add("bitsToFp", 1, 0, Destination.FP, (m, o) -> m.bitsToFp(o.fpDst(), o.a()), (gp, _) -> Outcome.value(gp[0]));
    add("fpToBits", 0, 1, Destination.GP, (m, o) -> m.fpToBits(o.dst(), o.fa()), (_, fp) -> Outcome.value(fp[0]));
    add("negFp", 0, 1, Destination.FP, (m, o) -> m.negFp(o.fpDst(), o.fa()),
        (_, fp) -> Outcome.value(fp[0] ^ Long.MIN_VALUE));
    add("absFp", 0, 1, Destination.FP, (m, o) -> m.absFp(o.fpDst(), o.fa()),
        (_, fp) -> Outcome.value(fp[0] & Long.MAX_VALUE));
    add("complementFp", 0, 1, Destination.FP, (m, o) -> m.complementFp(o.fpDst(), o.fa()), (_, fp) -> Outcome.value(~fp[0]));
    double[] immediates = {0.0, -0.0, 1, -1, 2, 0.5, 31, 32, 0.1, Math.PI, 1e300, Double.MIN_VALUE, Double.NaN,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0x1p31, 0x1p63};
    for (double value : immediates) {
      add("moveFpImm " + value, 0, 0, Destination.FP, (m, o) -> m.moveFpImm(o.fpDst(), value),
          (_, _) -> Outcome.value(Double.doubleToRawLongBits(value)));
    }
  }

  private void arithmetic() {
    binary("addFp", MacroAssembler::addFp, Double::sum);
    binary("subFp", MacroAssembler::subFp, (a, b) -> a - b);
    binary("mulFp", MacroAssembler::mulFp, (a, b) -> a * b);
    binary("divFp", MacroAssembler::divFp, (a, b) -> a / b);
    binary("minFp", MacroAssembler::minFp, Math::min);
    binary("maxFp", MacroAssembler::maxFp, Math::max);
    unary("sqrtFp", MacroAssembler::sqrtFp, Math::sqrt);
    unary("roundToFloat", MacroAssembler::roundToFloat, a -> (float) a);
    unary("roundFp FLOOR", (m, dst, a) -> m.roundFp(Rounding.FLOOR, dst, a), Math::floor);
    unary("roundFp CEILING", (m, dst, a) -> m.roundFp(Rounding.CEILING, dst, a), Math::ceil);
    unary("roundFp TRUNCATE", (m, dst, a) -> m.roundFp(Rounding.TRUNCATE, dst, a),
        a -> a < 0 || 1 / a < 0 ? Math.ceil(a) : Math.floor(a));
    unary("roundFp NEAREST_EVEN", (m, dst, a) -> m.roundFp(Rounding.NEAREST_EVEN, dst, a), Math::rint);
  }

  private static boolean holds(FpCond cond, double a, double b) {
    return switch (cond) {
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case LESS -> a < b;
      case LESS_EQUAL -> a <= b;
      case GREATER -> a > b;
      case GREATER_EQUAL -> a >= b;
      case NOT_LESS -> !(a < b);
      case NOT_LESS_EQUAL -> !(a <= b);
      case NOT_GREATER -> !(a > b);
      case NOT_GREATER_EQUAL -> !(a >= b);
    };
  }

  private void comparisons() {
    for (FpCond cond : FpCond.values()) {
      add("compareFp " + cond, 0, 2, Destination.GP, (m, o) -> m.compareFp(cond, o.dst(), o.fa(), o.fb()),
          (_, fp) -> Outcome.value(holds(cond, d(fp[0]), d(fp[1])) ? 1 : 0));
      add("branchFp " + cond, 0, 2, Destination.NONE, (m, o) -> m.branchFp(cond, o.fa(), o.fb(), o.taken()),
          (_, fp) -> Outcome.branch(holds(cond, d(fp[0]), d(fp[1]))));
    }
  }

  private void conversions() {
    add("int32ToFp", 1, 0, Destination.FP, (m, o) -> m.int32ToFp(o.fpDst(), o.a()),
        (gp, _) -> Outcome.value(Double.doubleToRawLongBits((int) gp[0])));
    add("uint32ToFp", 1, 0, Destination.FP, (m, o) -> m.uint32ToFp(o.fpDst(), o.a()),
        (gp, _) -> Outcome.value(Double.doubleToRawLongBits(gp[0] & 0xffff_ffffL)));
    add("fpToInt32Exact", 0, 1, Destination.GP, (m, o) -> m.fpToInt32Exact(o.dst(), o.fa(), o.taken()), (_, fp) -> {
      int value = (int) d(fp[0]);
      boolean exact = Double.doubleToRawLongBits(value) == fp[0];
      return exact ? Outcome.value(value & 0xffff_ffffL) : Outcome.branch(true);
    });
    add("fpToInt32Modular", 0, 1, Destination.GP, (m, o) -> m.fpToInt32Modular(o.dst(), o.fa(), o.taken()),
        (_, fp) -> new Outcome(isTooLarge(d(fp[0])), toInt32(d(fp[0])) & 0xffff_ffffL));
  }

  /** Where the contract lets a backend branch; one that does not must answer ToInt32. */
  static boolean isTooLarge(double value) {
    return !(Math.abs(value) < 0x1p63);
  }

  /** ECMAScript ToInt32. */
  static int toInt32(double value) {
    if (!Double.isFinite(value)) {
      return 0;
    }
    return new BigDecimal(value).toBigInteger().intValue();
  }
}
