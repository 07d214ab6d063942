package dev.joist.runtime.operations;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.number.NumberParser;
import dev.joist.runtime.number.NumberText;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Callees;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.WellKnownSymbol;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** ECMAScript's type conversions. Those of objects may run code; the operand must be in a register or handle then. */
public final class Conversions {
  private static final double TWO_TO_32 = 0x1p32;

  private Conversions() {}

  public static boolean isObject(long value) {
    return Objects.isObject(value);
  }

  public static boolean isSymbol(long value) {
    return Values.isCell(value) && Memory.getByte(Values.address(value) + Layout.CELL_KIND) == CellKind.SYMBOL;
  }

  /** ToBoolean. The hole is false. */
  public static boolean toBoolean(Vm vm, long value) {
    if (Values.isInt32(value)) {
      return Values.asInt32(value) != 0;
    }
    if (Values.isDouble(value)) {
      double number = Values.asDouble(value);
      return number != 0 && !Double.isNaN(number);
    }
    if (Values.isCell(value)) {
      return !Strings.isString(value) || vm.strings().length(value) != 0;
    }
    return value == Values.TRUE;
  }

  /** ToPrimitive. */
  public static long toPrimitive(Vm vm, long value, PreferredType preferred) {
    if (!isObject(value)) {
      return value;
    }
    long exotic = vm.objects().get(value, vm.symbol(WellKnownSymbol.TO_PRIMITIVE));
    if (!Values.isNullish(exotic)) {
      if (!Callees.isCallable(exotic)) {
        throw vm.typeError("Symbol(Symbol.toPrimitive) is not a function");
      }
      long primitive = vm.call(exotic, value, vm.strings().fromJava(preferred.hint()));
      if (isObject(primitive)) {
        throw vm.typeError("Cannot convert object to primitive value");
      }
      return primitive;
    }
    boolean stringFirst = preferred == PreferredType.STRING;
    long first = tryMethod(vm, value, stringFirst ? vm.names().toStringMethod : vm.names().valueOf);
    if (first != Values.HOLE) {
      return first;
    }
    long second = tryMethod(vm, value, stringFirst ? vm.names().valueOf : vm.names().toStringMethod);
    if (second != Values.HOLE) {
      return second;
    }
    throw vm.typeError("Cannot convert object to primitive value");
  }

  /** The primitive that a method answers, or the hole. */
  private static long tryMethod(Vm vm, long object, long key) {
    long method = vm.objects().get(object, key);
    if (!Callees.isCallable(method)) {
      return Values.HOLE;
    }
    long result = vm.call(method, object);
    return isObject(result) ? Values.HOLE : result;
  }

  /** ToNumber. */
  public static double toNumber(Vm vm, long value) {
    if (Values.isNumber(value)) {
      return Values.asNumber(value);
    }
    if (Strings.isString(value)) {
      return NumberParser.parse(vm.strings().toJava(value));
    }
    if (!Values.isCell(value)) {
      return value == Values.UNDEFINED ? Double.NaN : value == Values.TRUE ? 1 : 0;
    }
    if (isSymbol(value)) {
      throw vm.typeError("Cannot convert a Symbol value to a number");
    }
    return toNumber(vm, toPrimitive(vm, value, PreferredType.NUMBER));
  }

  /** ToInt32. */
  public static int toInt32(Vm vm, long value) {
    return Values.isInt32(value) ? Values.asInt32(value) : toInt32(toNumber(vm, value));
  }

  /** ToInt32 of a number. */
  public static int toInt32(double number) {
    int quick = (int) number;
    if (quick == number) {
      return quick;
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return 0;
    }
    if (Math.abs(number) < 0x1p63) {
      return (int) (long) number;
    }
    double modulo = (number < 0 ? Math.ceil(number) : Math.floor(number)) % TWO_TO_32;
    return (int) (long) modulo;
  }

  /** ToUint32, as a long. */
  public static long toUint32(Vm vm, long value) {
    return Integer.toUnsignedLong(toInt32(vm, value));
  }

  /** ToIntegerOrInfinity; -0 becomes 0. */
  public static double toInteger(Vm vm, long value) {
    if (Values.isInt32(value)) {
      return Values.asInt32(value);
    }
    return toInteger(toNumber(vm, value));
  }

  /** ToIntegerOrInfinity of a number; -0 becomes 0. */
  public static double toInteger(double number) {
    if (Double.isNaN(number)) {
      return 0;
    }
    return (number < 0 ? Math.ceil(number) : Math.floor(number)) + 0.0;
  }

  /** ToLength: 0 to 2^53-1. */
  public static long toLength(Vm vm, long value) {
    double integer = toInteger(vm, value);
    return integer <= 0 ? 0 : (long) Math.min(integer, 0x1p53 - 1);
  }

  /** ToString, as a Value. */
  public static long toString(Vm vm, long value) {
    if (Strings.isString(value)) {
      return value;
    }
    if (Values.isInt32(value)) {
      return integerToString(vm, Values.asInt32(value));
    }
    if (Values.isDouble(value)) {
      return vm.strings().fromJava(NumberText.toString(Values.asDouble(value)));
    }
    if (isObject(value)) {
      return toString(vm, toPrimitive(vm, value, PreferredType.STRING));
    }
    if (isSymbol(value)) {
      throw vm.typeError("Cannot convert a Symbol value to a string");
    }
    return vm.strings().fromJava(immediateName(value));
  }

  private static long integerToString(Vm vm, int number) {
    return number >= 0 && number < 10 ? vm.strings().ofChar('0' + number) : vm.strings().fromJava(Integer.toString(number));
  }

  private static String immediateName(long value) {
    if (value == Values.UNDEFINED) {
      return "undefined";
    }
    if (value == Values.NULL) {
      return "null";
    }
    return value == Values.TRUE ? "true" : "false";
  }

  /** ToString, as a Java string. */
  public static String toJavaString(Vm vm, long value) {
    return vm.strings().toJava(toString(vm, value));
  }

  /** ToPropertyKey, as a key. */
  public static long toPropertyKey(Vm vm, long value) {
    if (Values.isInt32(value) && Values.asInt32(value) >= 0) {
      return PropertyKey.ofIndex(Values.asInt32(value));
    }
    if (Strings.isString(value)) {
      return vm.strings().key(value);
    }
    long primitive = toPrimitive(vm, value, PreferredType.STRING);
    return isSymbol(primitive) ? primitive : vm.strings().key(toString(vm, primitive));
  }

  /** ToObject: wraps primitives; TypeError for undefined and null. */
  public static long toObject(Vm vm, long value) {
    if (isObject(value)) {
      return value;
    }
    if (Values.isNullish(value)) {
      throw vm.typeError("Cannot convert undefined or null to object");
    }
    return Wrapper.create(vm, value);
  }

  /** The prototype that properties of a primitive are looked up in; null for undefined and null. */
  public static long prototypeOfPrimitive(Vm vm, long value) {
    if (Strings.isString(value)) {
      return vm.realm(Intrinsic.STRING_PROTOTYPE);
    }
    if (Values.isNumber(value)) {
      return vm.realm(Intrinsic.NUMBER_PROTOTYPE);
    }
    if (Values.isBoolean(value)) {
      return vm.realm(Intrinsic.BOOLEAN_PROTOTYPE);
    }
    if (isSymbol(value)) {
      return vm.realm(Intrinsic.SYMBOL_PROTOTYPE);
    }
    return Values.NULL;
  }
}
