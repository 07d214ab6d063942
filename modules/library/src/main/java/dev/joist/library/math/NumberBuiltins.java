package dev.joist.library.math;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.MachineNative;
import dev.joist.runtime.number.NumberText;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** Number: constructor and prototype. */
public final class NumberBuiltins extends Natives {
  private static final String MEMBERS = "isFinite/1, isInteger/1, isNaN/1, isSafeInteger/1";
  private static final String PROTOTYPE_MEMBERS = "toExponential/1, toFixed/1, toPrecision/1, toString/1, valueOf/0, toLocaleString/0";
  private static final double MAX_SAFE = 9007199254740991.0;

  private NumberBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Defines Number's prototype and makes the constructor. */
  public static long define(Builtins builtins) {
    NumberBuiltins number = new NumberBuiltins(builtins);
    long prototype = builtins.vm().realm(Intrinsic.NUMBER_PROTOTYPE);
    long constructor = builtins.define().constructor("Number", 1, number, prototype);
    builtins.define().members(constructor, MEMBERS, number);
    number.constant(constructor, "MAX_VALUE", Double.MAX_VALUE);
    number.constant(constructor, "MIN_VALUE", Double.MIN_VALUE);
    number.constant(constructor, "NaN", Double.NaN);
    number.constant(constructor, "NEGATIVE_INFINITY", Double.NEGATIVE_INFINITY);
    number.constant(constructor, "POSITIVE_INFINITY", Double.POSITIVE_INFINITY);
    number.constant(constructor, "MAX_SAFE_INTEGER", MAX_SAFE);
    number.constant(constructor, "MIN_SAFE_INTEGER", -MAX_SAFE);
    number.constant(constructor, "EPSILON", Math.ulp(1.0));
    builtins.define().value(constructor, builtins.vm().strings().permanentKey("parseFloat"), builtins.global("parseFloat"), "wc");
    builtins.define().value(constructor, builtins.vm().strings().permanentKey("parseInt"), builtins.global("parseInt"), "wc");
    builtins.define().members(prototype, PROTOTYPE_MEMBERS, number);
    return constructor;
  }

  private void constant(long object, String name, double value) {
    builtins.define().value(object, vm.strings().permanentKey(name), vm.number(value), "");
  }

  @Override
  protected MachineNative machine(String member) {
    return switch (member) {
      case "isFinite" -> MachineNative.NUMBER_IS_FINITE;
      case "isNaN" -> MachineNative.NUMBER_IS_NAN;
      default -> null;
    };
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "Number" -> construct(a);
      case "isFinite" -> Values.bool(Values.isNumber(a.get(0)) && Double.isFinite(Values.asNumber(a.get(0))));
      case "isInteger" -> Values.bool(isInteger(a.get(0)));
      case "isNaN" -> Values.bool(Values.isNumber(a.get(0)) && Double.isNaN(Values.asNumber(a.get(0))));
      case "isSafeInteger" -> Values.bool(isInteger(a.get(0)) && Math.abs(Values.asNumber(a.get(0))) <= MAX_SAFE);
      case "toExponential" -> toExponential(thisNumber(a, member), a.get(0));
      case "toFixed" -> toFixed(thisNumber(a, member), a.get(0));
      case "toLocaleString" -> text(NumberLocale.format(thisNumber(a, member)));
      case "toPrecision" -> toPrecision(thisNumber(a, member), a.get(0));
      case "toString" -> toString(thisNumber(a, member), a.get(0));
      case "valueOf" -> vm.number(thisNumber(a, member));
      default -> throw unknown(member);
    };
  }

  private long text(String text) {
    return vm.strings().fromJava(text);
  }

  private static boolean isInteger(long value) {
    if (!Values.isNumber(value)) {
      return false;
    }
    double number = Values.asNumber(value);
    return Double.isFinite(number) && Math.floor(number) == number;
  }

  private long construct(Arguments a) {
    long number = a.count() == 0 ? Values.int32(0) : vm.number(js.toNumber(a.get(0)));
    if (!a.isConstruct()) {
      return number;
    }
    long prototype = js.prototypeFor(a, vm.realm(Intrinsic.NUMBER_PROTOTYPE));
    return js.newWrapper(number, prototype);
  }

  private double thisNumber(Arguments a, String member) {
    long value = js.unwrapped(a.thisValue());
    if (!Values.isNumber(value)) {
      throw vm.typeError("Number.prototype." + member + " requires that 'this' be a Number");
    }
    return Values.asNumber(value);
  }

  private long toString(double number, long radix) {
    double wanted = radix == Values.UNDEFINED ? 10 : js.toInteger(radix);
    if (wanted < 2 || wanted > 36) {
      throw vm.rangeError("toString() radix argument must be between 2 and 36");
    }
    return text(NumberText.toString(number, (int) wanted));
  }

  private long toFixed(double number, long digits) {
    double wanted = js.toInteger(digits);
    if (wanted < 0 || wanted > 100) {
      throw vm.rangeError("toFixed() digits argument must be between 0 and 100");
    }
    return text(NumberText.toFixed(number, (int) wanted));
  }

  private long toExponential(double number, long digits) {
    double wanted = js.toInteger(digits);
    if (Double.isFinite(number) && (wanted < 0 || wanted > 100)) {
      throw vm.rangeError("toExponential() argument must be between 0 and 100");
    }
    return text(NumberText.toExponential(number, digits == Values.UNDEFINED ? -1 : (int) wanted));
  }

  private long toPrecision(double number, long precision) {
    if (precision == Values.UNDEFINED) {
      return text(NumberText.toString(number));
    }
    double wanted = js.toInteger(precision);
    if (Double.isFinite(number) && (wanted < 1 || wanted > 100)) {
      throw vm.rangeError("toPrecision() argument must be between 1 and 100");
    }
    return text(NumberText.toPrecision(number, (int) wanted));
  }
}
