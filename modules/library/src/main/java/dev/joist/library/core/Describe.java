package dev.joist.library.core;

import dev.joist.runtime.number.NumberText;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;

/** Values in messages, as V8 writes them there. Runs no JavaScript. */
public final class Describe {
  private final Builtins builtins;
  private final Vm vm;

  Describe(Builtins builtins, Vm vm) {
    this.builtins = builtins;
    this.vm = vm;
  }

  Builtins builtins() {
    return builtins;
  }

  /** A value: strings bare, objects as #&lt;Class&gt;, functions as their source. */
  public String value(long value) {
    if (Strings.isString(value)) {
      return vm.strings().toJava(value);
    }
    if (Objects.isArray(value)) {
      return arrayText(value);
    }
    return vm.errors().describe(value);
  }

  private String arrayText(long array) {
    StringBuilder out = new StringBuilder();
    long length = Math.min(Objects.arrayLength(array), 100);
    for (long k = 0; k < length; k++) {
      long element = vm.objects().ownRaw(array, PropertyKey.ofIndex(k));
      boolean nothing = element == Values.HOLE || Values.isNullish(element) || Objects.isArray(element);
      out.append(k > 0 ? "," : "").append(nothing ? "" : value(element));
    }
    return out.toString();
  }

  /** "number 5", "object null", "undefined", "object": what is not iterable. */
  public String withType(long value) {
    if (value == Values.UNDEFINED) {
      return "undefined";
    }
    if (value == Values.NULL) {
      return "object null";
    }
    if (Strings.isString(value)) {
      return "string \"" + value(value) + "\"";
    }
    String type = vm.strings().toJava(vm.typeNames().of(value));
    return Values.isNumber(value) || Values.isBoolean(value) ? type + " " + value(value) : type;
  }

  /** "a string", "an object". */
  public String typeWithArticle(long value) {
    String type = value == Values.UNDEFINED ? "undefined" : Strings.isString(value) ? "string" : Values.isNumber(value) ? "number"
        : Values.isBoolean(value) ? "boolean" : PropertyKey.isSymbol(value) ? "symbol" : "object";
    return (type.equals("object") ? "an " : "a ") + type;
  }

  /** "[object Array]", for messages about read-only properties. */
  public String objectText(long object) {
    return Objects.isArray(object) ? "[object Array]" : vm.errors().describe(object);
  }

  public String constructorName(long object) {
    return vm.errors().constructorName(object);
  }

  public String number(double value) {
    return NumberText.toString(value);
  }

  /** To be thrown: a method was called on the wrong kind of object. */
  public JsThrow incompatible(String method, long receiver) {
    return vm.typeError("Method " + method + " called on incompatible receiver " + value(receiver));
  }

  /** The class of an object that Object.prototype.toString falls back on. */
  public String builtinTag(long object) {
    return switch (Objects.kind(object)) {
      case CellKind.ARRAY -> "Array";
      case CellKind.FUNCTION -> "Function";
      case CellKind.ERROR -> "Error";
      case CellKind.ARGUMENTS -> "Arguments";
      default -> {
        long primitive = builtins.js().unwrapped(object);
        if (primitive != object) {
          yield Strings.isString(primitive) ? "String" : Values.isNumber(primitive) ? "Number" : Values.isBoolean(primitive) ? "Boolean" : "Object";
        }
        yield builtins.js().payload(object) instanceof Tagged tagged ? tagged.tag() : "Object";
      }
    };
  }
}
