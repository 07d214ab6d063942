package dev.joist.runtime.operations;

import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** Equality and order of any Values. Loose equality and order may run code; operands must be in registers or handles. */
public final class Comparison {
  private Comparison() {}

  /** IsStrictlyEqual: ===. */
  public static boolean strictlyEqual(Vm vm, long left, long right) {
    if (Values.isNumber(left)) {
      return Values.isNumber(right) && Values.asNumber(left) == Values.asNumber(right);
    }
    if (left == right) {
      return true;
    }
    return Strings.isString(left) && Strings.isString(right) && vm.strings().equals(left, right);
  }

  /** IsLooselyEqual: ==. */
  public static boolean looselyEqual(Vm vm, long left, long right) {
    if (Values.isNumber(left) && Values.isNumber(right)) {
      return Values.asNumber(left) == Values.asNumber(right);
    }
    if (left == right) {
      return true;
    }
    if (Values.isNullish(left) || Values.isNullish(right)) {
      return Values.isNullish(left) && Values.isNullish(right);
    }
    boolean leftObject = Conversions.isObject(left);
    boolean rightObject = Conversions.isObject(right);
    if (leftObject && rightObject) {
      return false;
    }
    if (leftObject) {
      return primitivesLooselyEqual(vm, Conversions.toPrimitive(vm, left, PreferredType.DEFAULT), right);
    }
    if (rightObject) {
      return primitivesLooselyEqual(vm, left, Conversions.toPrimitive(vm, right, PreferredType.DEFAULT));
    }
    return primitivesLooselyEqual(vm, left, right);
  }

  private static boolean primitivesLooselyEqual(Vm vm, long left, long right) {
    if (Strings.isString(left) && Strings.isString(right)) {
      return vm.strings().equals(left, right);
    }
    if (left == right && !Values.isNumber(left)) {
      return true;
    }
    if (Conversions.isSymbol(left) || Conversions.isSymbol(right) || Values.isNullish(left) || Values.isNullish(right)) {
      return false;
    }
    return Conversions.toNumber(vm, left) == Conversions.toNumber(vm, right);
  }

  /** SameValue: Object.is. */
  public static boolean sameValue(Vm vm, long left, long right) {
    if (Values.isNumber(left) && Values.isNumber(right)) {
      return Double.doubleToLongBits(Values.asNumber(left)) == Double.doubleToLongBits(Values.asNumber(right));
    }
    return strictlyEqual(vm, left, right);
  }

  /** SameValueZero: as SameValue, but 0 and -0 are the same. */
  public static boolean sameValueZero(Vm vm, long left, long right) {
    return strictlyEqual(vm, left, right) || sameValue(vm, left, right);
  }

  /** left < right. */
  public static boolean less(Vm vm, long left, long right) {
    if (Values.isNumber(left) && Values.isNumber(right)) {
      return Values.asNumber(left) < Values.asNumber(right);
    }
    return compare(vm, left, right, Order.LESS);
  }

  /** left <= right. */
  public static boolean lessEqual(Vm vm, long left, long right) {
    if (Values.isNumber(left) && Values.isNumber(right)) {
      return Values.asNumber(left) <= Values.asNumber(right);
    }
    return compare(vm, left, right, Order.LESS_EQUAL);
  }

  /** left > right. */
  public static boolean greater(Vm vm, long left, long right) {
    if (Values.isNumber(left) && Values.isNumber(right)) {
      return Values.asNumber(left) > Values.asNumber(right);
    }
    return compare(vm, left, right, Order.GREATER);
  }

  /** left >= right. */
  public static boolean greaterEqual(Vm vm, long left, long right) {
    if (Values.isNumber(left) && Values.isNumber(right)) {
      return Values.asNumber(left) >= Values.asNumber(right);
    }
    return compare(vm, left, right, Order.GREATER_EQUAL);
  }

  private enum Order {
    LESS, LESS_EQUAL, GREATER, GREATER_EQUAL;

    boolean holds(int order) {
      return switch (this) {
        case LESS -> order < 0;
        case LESS_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_EQUAL -> order >= 0;
      };
    }

    boolean holds(double left, double right) {
      return switch (this) {
        case LESS -> left < right;
        case LESS_EQUAL -> left <= right;
        case GREATER -> left > right;
        case GREATER_EQUAL -> left >= right;
      };
    }
  }

  private static boolean compare(Vm vm, long left, long right, Order order) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle leftPrimitive = scope.hold(Conversions.toPrimitive(vm, left, PreferredType.NUMBER));
      long second = Conversions.toPrimitive(vm, right, PreferredType.NUMBER);
      long first = leftPrimitive.get();
      if (Strings.isString(first) && Strings.isString(second)) {
        return order.holds(vm.strings().compare(first, second));
      }
      double a = Conversions.toNumber(vm, first);
      return order.holds(a, Conversions.toNumber(vm, second));
    }
  }
}
