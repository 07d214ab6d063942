package dev.joist.library.console;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** The names of objects' classes, and functions as text. */
final class InspectNames {
  private final Builtins builtins;
  private final Vm vm;
  private final Js js;

  InspectNames(Builtins builtins) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
  }

  /** The name of the first constructor on the chain of prototypes that the object is an instance of; null without prototype. */
  String constructorName(long object) {
    long first = Values.UNDEFINED;
    for (long at = object; at != Values.NULL; at = js.prototypeOf(at)) {
      if (at != object && first == Values.UNDEFINED) {
        first = at;
      }
      PropertyDescriptor descriptor = js.getOwnProperty(at, js.names().constructor);
      if (descriptor != null && js.isCallable(descriptor.value())) {
        String name = functionName(descriptor.value());
        if (!name.isEmpty() && isInstance(object, descriptor.value())) {
          return name;
        }
      }
    }
    if (first == Values.UNDEFINED) {
      return null;
    }
    String ofPrototype = constructorName(first);
    return js.describe().builtinTag(object) + " <" + (ofPrototype == null ? "[Object: null prototype] {}" : ofPrototype) + ">";
  }

  private boolean isInstance(long object, long constructor) {
    PropertyDescriptor prototype = js.getOwnProperty(constructor, js.names().prototype);
    if (prototype == null) {
      return false;
    }
    for (long at = js.prototypeOf(object); at != Values.NULL; at = js.prototypeOf(at)) {
      if (at == prototype.value()) {
        return true;
      }
    }
    return false;
  }

  private String functionName(long function) {
    PropertyDescriptor name = js.getOwnProperty(function, js.names().name);
    return name != null && Strings.isString(name.value()) ? vm.strings().toJava(name.value()) : "";
  }

  /** Symbol.toStringTag, when it says something that the class does not. */
  String tag(long object, String constructor) {
    long tag = js.get(object, builtins.symbols().toStringTag());
    if (!Strings.isString(tag) || js.isOwnEnumerable(object, builtins.symbols().toStringTag())) {
      return "";
    }
    String text = vm.strings().toJava(tag);
    return text.equals(constructor) ? "" : text;
  }

  /**
   * What stands before an object's braces, with a space at its end.
   *
   * @param constructor null when there is no prototype
   * @param size such as (3), or empty
   */
  String prefix(String constructor, String tag, String fallback, String size) {
    if (constructor == null) {
      String prefix = "[" + fallback + size + ": null prototype] ";
      return tag.isEmpty() || tag.equals(fallback) ? prefix : prefix + "[" + tag + "] ";
    }
    return tag.isEmpty() || tag.equals(constructor) ? constructor + size + " " : constructor + size + " [" + tag + "] ";
  }

  /** A function: [Function: f], [class A extends B]. */
  String functionBase(long function, String constructor, String tag) {
    if (js.codeOf(function).isClassConstructor()) {
      return classBase(function, constructor, tag);
    }
    String type = switch (js.codeOf(function).functionPrototype()) {
      case GENERATOR_FUNCTION_PROTOTYPE -> "GeneratorFunction";
      case ASYNC_FUNCTION_PROTOTYPE -> "AsyncFunction";
      case ASYNC_GENERATOR_FUNCTION_PROTOTYPE -> "AsyncGeneratorFunction";
      default -> "Function";
    };
    String name = functionName(function);
    StringBuilder out = new StringBuilder("[").append(type);
    if (constructor == null) {
      out.append(" (null prototype)");
    }
    out.append(name.isEmpty() ? " (anonymous)" : ": " + name).append(']');
    if (constructor != null && !constructor.equals(type)) {
      out.append(' ').append(constructor);
    }
    if (!tag.isEmpty() && !tag.equals(constructor)) {
      out.append(" [").append(tag).append(']');
    }
    return out.toString();
  }

  private String classBase(long function, String constructor, String tag) {
    String name = functionName(function);
    StringBuilder out = new StringBuilder("[class ").append(name.isEmpty() ? "(anonymous)" : name);
    if (constructor != null && !constructor.equals("Function")) {
      out.append(" [").append(constructor).append(']');
    }
    if (!tag.isEmpty() && !tag.equals(constructor)) {
      out.append(" [").append(tag).append(']');
    }
    if (constructor == null) {
      out.append(" extends [null prototype]");
    } else {
      long superclass = js.prototypeOf(function);
      String superName = js.isObject(superclass) && js.isCallable(superclass) ? functionName(superclass) : "";
      if (!superName.isEmpty()) {
        out.append(" extends ").append(superName);
      }
    }
    return out.append(']').toString();
  }
}
