package dev.joist.runtime.operations;

import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** The arithmetic operators on any Values. They may run code; operands must be in registers or handles. */
public final class Arithmetic {
  private Arithmetic() {}

  public static long add(Vm vm, long left, long right) {
    if (Values.isNumber(left) && Values.isNumber(right)) {
      return vm.number(Values.asNumber(left) + Values.asNumber(right));
    }
    if (Strings.isString(left) && Strings.isString(right)) {
      return vm.strings().concat(left, right);
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle leftPrimitive = scope.hold(Conversions.toPrimitive(vm, left, PreferredType.DEFAULT));
      long rightPrimitive = Conversions.toPrimitive(vm, right, PreferredType.DEFAULT);
      long first = leftPrimitive.get();
      if (Strings.isString(first) || Strings.isString(rightPrimitive)) {
        return vm.strings().concat(Conversions.toString(vm, first), Conversions.toString(vm, rightPrimitive));
      }
      return vm.number(Conversions.toNumber(vm, first) + Conversions.toNumber(vm, rightPrimitive));
    }
  }

  public static long sub(Vm vm, long left, long right) {
    double a = Conversions.toNumber(vm, left);
    return vm.number(a - Conversions.toNumber(vm, right));
  }

  public static long mul(Vm vm, long left, long right) {
    double a = Conversions.toNumber(vm, left);
    return vm.number(a * Conversions.toNumber(vm, right));
  }

  public static long div(Vm vm, long left, long right) {
    double a = Conversions.toNumber(vm, left);
    return vm.number(a / Conversions.toNumber(vm, right));
  }

  public static long rem(Vm vm, long left, long right) {
    double a = Conversions.toNumber(vm, left);
    return vm.number(remainder(a, Conversions.toNumber(vm, right)));
  }

  /** Number::remainder, which is Java's too; integers take a shorter way. */
  public static double remainder(double left, double right) {
    if (left == (long) left && right == (long) right && right != 0 && Math.abs(left) < 0x1p53 && Math.abs(right) < 0x1p53) {
      long rest = (long) left % (long) right;
      return rest == 0 ? Math.copySign(0.0, left) : rest;
    }
    return left % right;
  }

  public static long exp(Vm vm, long left, long right) {
    double a = Conversions.toNumber(vm, left);
    return vm.number(power(a, Conversions.toNumber(vm, right)));
  }

  /** Number::exponentiate: Java's but for 1 and -1 to the infinities, and for NaN. */
  public static double power(double base, double exponent) {
    if (Double.isNaN(exponent) || Math.abs(base) == 1 && Double.isInfinite(exponent)) {
      return Double.NaN;
    }
    return Math.pow(base, exponent);
  }

  public static long neg(Vm vm, long operand) {
    return vm.number(-Conversions.toNumber(vm, operand));
  }

  /** ToNumeric(operand) + by. */
  public static long step(Vm vm, long operand, int by) {
    return vm.number(Conversions.toNumber(vm, operand) + by);
  }

  public static long bitwise(Vm vm, BitwiseOperator operator, long left, long right) {
    int a = Conversions.toInt32(vm, left);
    return vm.number(operator.apply(a, Conversions.toInt32(vm, right)));
  }
}
