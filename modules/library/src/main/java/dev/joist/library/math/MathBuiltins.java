package dev.joist.library.math;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.Natives;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.number.Rounding;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;
import java.util.Map;
import java.util.SplittableRandom;

/** The Math object. */
public final class MathBuiltins extends Natives {
  private static final String MEMBERS = "abs/1, acos/1, acosh/1, asin/1, asinh/1, atan/1, atan2/2, atanh/1, cbrt/1, ceil/1, clz32/1, cos/1, cosh/1, "
      + "exp/1, expm1/1, f16round/1, floor/1, fround/1, hypot/2, imul/2, log/1, log10/1, log1p/1, log2/1, max/2, min/2, pow/2, random/0, round/1, sign/1, sin/1, "
      + "sinh/1, sqrt/1, sumPrecise/1, tan/1, tanh/1, trunc/1";

  /** Functions that opcodes stand in for, while they are the original ones. */
  private static final Map<String, Intrinsic> ORIGINALS = Map.of("abs", Intrinsic.MATH_ABS, "ceil", Intrinsic.MATH_CEIL, "clz32", Intrinsic.MATH_CLZ32,
      "floor", Intrinsic.MATH_FLOOR, "fround", Intrinsic.MATH_FROUND, "imul", Intrinsic.MATH_IMUL, "max", Intrinsic.MATH_MAX, "min", Intrinsic.MATH_MIN,
      "round", Intrinsic.MATH_ROUND, "sqrt", Intrinsic.MATH_SQRT);

  private SplittableRandom random;

  private MathBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Makes the Math object. */
  public static long define(Builtins builtins) {
    MathBuiltins math = new MathBuiltins(builtins);
    long object = builtins.js().newObject(builtins.vm().realm(Intrinsic.OBJECT_PROTOTYPE));
    builtins.define().members(object, MEMBERS, math);
    ORIGINALS.forEach((name, intrinsic) -> math.vm.realm().set(intrinsic, math.vm.objects().get(object, math.vm.strings().key(name))));
    math.constant(object, "E", Math.E);
    math.constant(object, "LN10", 2.302585092994046);
    math.constant(object, "LN2", 0.6931471805599453);
    math.constant(object, "LOG10E", 0.4342944819032518);
    math.constant(object, "LOG2E", 1.4426950408889634);
    math.constant(object, "PI", Math.PI);
    math.constant(object, "SQRT1_2", 0.7071067811865476);
    math.constant(object, "SQRT2", 1.4142135623730951);
    builtins.define().toStringTag(object, "Math");
    return object;
  }

  private void constant(long object, String name, double value) {
    builtins.define().value(object, vm.strings().permanentKey(name), vm.number(value), "");
  }

  @Override
  protected long call(Arguments a, String member) {
    if (Values.isInt32(a.get(0))) {
      // What indexing programs do all the time, without the way through doubles.
      switch (member) {
        case "floor", "ceil", "round", "trunc" -> {
          return a.get(0);
        }
        default -> { }
      }
    }
    return switch (member) {
      case "atan2" -> vm.number(binary(a, member));
      case "pow" -> vm.number(binary(a, member));
      case "hypot" -> vm.number(MathFunctions.hypot(numbers(a)));
      case "imul" -> Values.int32(js.toInt32(a.get(0)) * js.toInt32(a.get(1)));
      case "max" -> max(a);
      case "min" -> min(a);
      case "sumPrecise" -> sumPrecise(a.get(0));
      case "random" -> vm.number(random());
      case "clz32" -> Values.int32(Integer.numberOfLeadingZeros(js.toInt32(a.get(0))));
      default -> vm.number(unary(js.toNumber(a.get(0)), member));
    };
  }

  private long sumPrecise(long iterable) {
    PreciseSum sum = new PreciseSum();
    try (HandleScope scope = vm.heap().openScope()) {
      JsIterator iterator = JsIterator.open(builtins, scope, iterable);
      while (iterator.step()) {
        if (!Values.isNumber(iterator.value())) {
          vm.typeError(js.describe(iterator.value()) + " is not a number");
          throw iterator.abort();
        }
        sum.add(Values.asNumber(iterator.value()));
      }
      return vm.number(sum.value());
    }
  }

  private double unary(double x, String member) {
    return switch (member) {
      case "abs" -> Math.abs(x);
      case "f16round" -> HalfFloats.round(x);
      case "acos" -> StrictMath.acos(x);
      case "acosh" -> MathFunctions.acosh(x);
      case "asin" -> StrictMath.asin(x);
      case "asinh" -> MathFunctions.asinh(x);
      case "atan" -> StrictMath.atan(x);
      case "atanh" -> MathFunctions.atanh(x);
      case "cbrt" -> StrictMath.cbrt(x);
      case "ceil" -> Math.ceil(x);
      case "cos" -> StrictMath.cos(x);
      case "cosh" -> MathFunctions.cosh(x);
      case "exp" -> MathFunctions.exp(x);
      case "expm1" -> StrictMath.expm1(x);
      case "floor" -> Math.floor(x);
      case "fround" -> (float) x;
      case "log" -> StrictMath.log(x);
      case "log10" -> StrictMath.log10(x);
      case "log1p" -> StrictMath.log1p(x);
      case "log2" -> MathFunctions.log2(x);
      case "round" -> Rounding.halfUp(x);
      case "sign" -> Math.signum(x);
      case "sin" -> StrictMath.sin(x);
      case "sinh" -> StrictMath.sinh(x);
      case "sqrt" -> Math.sqrt(x);
      case "tan" -> StrictMath.tan(x);
      case "tanh" -> StrictMath.tanh(x);
      case "trunc" -> MathFunctions.trunc(x);
      default -> throw unknown(member);
    };
  }

  private double binary(Arguments a, String member) {
    double x = js.toNumber(a.get(0));
    double y = js.toNumber(a.get(1));
    return member.equals("pow") ? MathFunctions.pow(x, y) : StrictMath.atan2(x, y);
  }

  private double[] numbers(Arguments a) {
    double[] numbers = new double[a.count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = js.toNumber(a.get(i));
    }
    return numbers;
  }

  private long max(Arguments a) {
    double result = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < a.count(); i++) {
      result = Math.max(result, js.toNumber(a.get(i)));
    }
    return vm.number(result);
  }

  private long min(Arguments a) {
    double result = Double.POSITIVE_INFINITY;
    for (int i = 0; i < a.count(); i++) {
      result = Math.min(result, js.toNumber(a.get(i)));
    }
    return vm.number(result);
  }

  private double random() {
    if (random == null) {
      random = new SplittableRandom();
    }
    return random.nextDouble();
  }
}
