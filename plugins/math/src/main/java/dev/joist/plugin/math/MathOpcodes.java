package dev.joist.plugin.math;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.runtime.number.Rounding;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;
import java.util.Set;

/**
 * Calls of functions of Math with as many arguments as they take: {@code callee} is what {@code Math.f} was when the call was evaluated and {@code
 * receiver} its {@code this}. While the callee is the original function the instruction computes; else it calls what is there.
 */
public final class MathOpcodes {
  private static final Set<Effect> CALLS = Set.of(Effect.THROWS, Effect.CALLS);
  private static final String ONE = "d result, u callee, u receiver, u number, s:CALL";
  private static final String TWO = "d result, u callee, u receiver, u left, u right, s:CALL";

  private MathOpcodes() {}

  public static List<OpcodeDescriptor> descriptors() {
    return definitions().stream().map(OpcodeDefinition::descriptor).toList();
  }

  static List<OpcodeDefinition> definitions() {
    return List.of(
        one("math.Abs", "Math.abs", new UnarySemantics(Intrinsic.MATH_ABS) {
          @Override
          double apply(double x) {
            return Math.abs(x);
          }
        }),
        one("math.Ceil", "Math.ceil", new UnarySemantics(Intrinsic.MATH_CEIL) {
          @Override
          double apply(double x) {
            return Math.ceil(x);
          }
        }),
        one("math.Clz32", "Math.clz32", new UnarySemantics(Intrinsic.MATH_CLZ32) {
          @Override
          double apply(double x) {
            return Integer.numberOfLeadingZeros(Conversions.toInt32(x));
          }
        }),
        one("math.Floor", "Math.floor", new UnarySemantics(Intrinsic.MATH_FLOOR) {
          @Override
          double apply(double x) {
            return Math.floor(x);
          }
        }),
        one("math.Fround", "Math.fround", new UnarySemantics(Intrinsic.MATH_FROUND) {
          @Override
          double apply(double x) {
            return (float) x;
          }
        }),
        two("math.Imul", "Math.imul", new BinarySemantics(Intrinsic.MATH_IMUL) {
          @Override
          double apply(double x, double y) {
            return Conversions.toInt32(x) * Conversions.toInt32(y);
          }
        }),
        two("math.Max", "Math.max of two numbers", new BinarySemantics(Intrinsic.MATH_MAX) {
          @Override
          double apply(double x, double y) {
            return Math.max(x, y);
          }
        }),
        two("math.Min", "Math.min of two numbers", new BinarySemantics(Intrinsic.MATH_MIN) {
          @Override
          double apply(double x, double y) {
            return Math.min(x, y);
          }
        }),
        one("math.Round", "Math.round", new UnarySemantics(Intrinsic.MATH_ROUND) {
          @Override
          double apply(double x) {
            return Rounding.halfUp(x);
          }
        }),
        one("math.Sqrt", "Math.sqrt", new UnarySemantics(Intrinsic.MATH_SQRT) {
          @Override
          double apply(double x) {
            return Math.sqrt(x);
          }
        }));
  }

  private static OpcodeDefinition one(String name, String function, UnarySemantics semantics) {
    return OpcodeDefinition.of(name, ONE, CALLS, "result = callee.call(receiver, number), which is " + function, semantics);
  }

  private static OpcodeDefinition two(String name, String function, BinarySemantics semantics) {
    return OpcodeDefinition.of(name, TWO, CALLS, "result = callee.call(receiver, left, right), which is " + function, semantics);
  }
}
