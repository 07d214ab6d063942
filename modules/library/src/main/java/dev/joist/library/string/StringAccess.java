package dev.joist.library.string;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.MachineNative;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.value.Values;

/** String.prototype's methods that look at characters, search, and cut pieces out. */
final class StringAccess extends Natives {
  static final String MEMBERS = "at/1, charAt/1, charCodeAt/1, codePointAt/1, endsWith/1, includes/1, indexOf/1, lastIndexOf/1, localeCompare/1, "
      + "slice/2, startsWith/1, substr/2, substring/2, toString/0, valueOf/0";

  StringAccess(Builtins builtins) {
    super(builtins);
  }

  @Override
  protected MachineNative machine(String member) {
    return switch (member) {
      case "charAt" -> MachineNative.STRING_CHAR_AT;
      case "charCodeAt" -> MachineNative.STRING_CHAR_CODE_AT;
      case "endsWith" -> MachineNative.STRING_ENDS_WITH;
      case "includes" -> MachineNative.STRING_INCLUDES;
      case "indexOf" -> MachineNative.STRING_INDEX_OF;
      case "slice" -> MachineNative.STRING_SLICE;
      case "startsWith" -> MachineNative.STRING_STARTS_WITH;
      case "substring" -> MachineNative.STRING_SUBSTRING;
      default -> null;
    };
  }

  @Override
  protected long call(Arguments a, String member) {
    long self = a.thisValue();
    if (!Strings.isString(self)) {
      return onOther(a, member);
    }
    return on(self, a, member);
  }

  private long onOther(Arguments a, String member) {
    if (member.equals("toString") || member.equals("valueOf")) {
      long wrapped = js.unwrapped(a.thisValue());
      if (Strings.isString(wrapped)) {
        return wrapped;
      }
      throw vm.typeError("String.prototype." + member + " requires that 'this' be a String");
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle self = scope.hold(js.thisText(a.thisValue(), "String.prototype." + member));
      return on(self.get(), a, member);
    }
  }

  private long on(long self, Arguments a, String member) {
    return switch (member) {
      case "at" -> at(self, js.toInteger(a.get(0)));
      case "charAt" -> {
        double index = js.toInteger(a.get(0));
        yield index >= 0 && index < vm.strings().length(self) ? vm.strings().ofChar(vm.strings().charAt(self, (int) index)) : vm.strings().empty();
      }
      case "charCodeAt" -> {
        double index = Values.isInt32(a.get(0)) ? Values.asInt32(a.get(0)) : js.toInteger(a.get(0));
        yield index >= 0 && index < vm.strings().length(self) ? Values.int32(vm.strings().charAt(self, (int) index)) : vm.number(Double.NaN);
      }
      case "codePointAt" -> codePointAt(self, js.toInteger(a.get(0)));
      case "endsWith" -> endsWith(self, a);
      case "includes" -> Values.bool(indexOf(self, notRegExp(a.get(0), member), a.get(1)) >= 0);
      case "indexOf" -> Values.int32(indexOf(self, a.get(0), a.get(1)));
      case "lastIndexOf" -> lastIndexOf(self, a);
      case "localeCompare" -> Values.int32(Collation.compare(vm.strings().toJava(self), js.toText(a.get(0))));
      case "slice" -> slice(self, a);
      case "startsWith" -> startsWith(self, a);
      case "substr" -> substr(self, a);
      case "substring" -> substring(self, a);
      case "toString", "valueOf" -> self;
      default -> throw unknown(member);
    };
  }

  private long at(long self, double relative) {
    int length = vm.strings().length(self);
    double index = relative >= 0 ? relative : length + relative;
    return index >= 0 && index < length ? vm.strings().ofChar(vm.strings().charAt(self, (int) index)) : Values.UNDEFINED;
  }

  private long codePointAt(long self, double index) {
    int length = vm.strings().length(self);
    if (!(index >= 0 && index < length)) {
      return Values.UNDEFINED;
    }
    char first = (char) vm.strings().charAt(self, (int) index);
    if (Character.isHighSurrogate(first) && index + 1 < length) {
      char second = (char) vm.strings().charAt(self, (int) index + 1);
      if (Character.isLowSurrogate(second)) {
        return Values.int32(Character.toCodePoint(first, second));
      }
    }
    return Values.int32(first);
  }

  private long notRegExp(long value, String member) {
    if (js.isObject(value)) {
      long matcher = js.get(value, builtins.symbols().match());
      if (matcher != Values.UNDEFINED && js.toBoolean(matcher)) {
        throw vm.typeError("First argument to String.prototype." + member + " must not be a regular expression");
      }
    }
    return value;
  }

  private int indexOf(long self, long search, long position) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle pattern = scope.hold(js.toStringValue(search));
      int start = (int) js.clamp(js.toInteger(position), vm.strings().length(self));
      return vm.strings().indexOf(self, pattern.get(), start);
    }
  }

  private long lastIndexOf(long self, Arguments a) {
    String pattern = js.toText(a.get(0));
    double number = js.toNumber(a.get(1));
    String text = vm.strings().toJava(self);
    double position = Double.isNaN(number) ? Double.POSITIVE_INFINITY : js.toInteger(vm.number(number));
    int start = (int) Math.min(Math.max(position, 0), text.length());
    return Values.int32(text.lastIndexOf(pattern, start));
  }

  private long startsWith(long self, Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle pattern = scope.hold(js.toStringValue(notRegExp(a.get(0), "startsWith")));
      int start = (int) js.clamp(js.toInteger(a.get(1)), vm.strings().length(self));
      return Values.bool(vm.strings().matches(self, start, pattern.get()));
    }
  }

  private long endsWith(long self, Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle pattern = scope.hold(js.toStringValue(notRegExp(a.get(0), "endsWith")));
      int length = vm.strings().length(self);
      int end = a.get(1) == Values.UNDEFINED ? length : (int) js.clamp(js.toInteger(a.get(1)), length);
      int start = end - vm.strings().length(pattern.get());
      return Values.bool(start >= 0 && vm.strings().matches(self, start, pattern.get()));
    }
  }

  private long slice(long self, Arguments a) {
    int length = vm.strings().length(self);
    int from = (int) js.relativeIndex(a.get(0), length, 0);
    int to = (int) js.relativeIndex(a.get(1), length, length);
    return vm.strings().substring(self, from, Math.max(from, to));
  }

  private long substring(long self, Arguments a) {
    int length = vm.strings().length(self);
    int start = (int) js.clamp(js.toInteger(a.get(0)), length);
    int end = a.get(1) == Values.UNDEFINED ? length : (int) js.clamp(js.toInteger(a.get(1)), length);
    return vm.strings().substring(self, Math.min(start, end), Math.max(start, end));
  }

  private long substr(long self, Arguments a) {
    int length = vm.strings().length(self);
    int start = (int) js.relativeIndex(a.get(0), length, 0);
    int count = a.get(1) == Values.UNDEFINED ? length - start : (int) js.clamp(js.toInteger(a.get(1)), length - start);
    return vm.strings().substring(self, start, start + count);
  }
}
