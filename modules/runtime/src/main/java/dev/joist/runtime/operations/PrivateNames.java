package dev.joist.runtime.operations;

import dev.joist.runtime.object.Accessors;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.Symbols;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** Private fields, methods and accessors of classes. */
public final class PrivateNames {
  /** What a private name stands for. The order is that of the DefinePrivateMethod instruction's operand. */
  public enum Kind {
    METHOD, GETTER, SETTER
  }

  private PrivateNames() {}

  private static long raw(Vm vm, long object, long name) {
    return Objects.isObject(object) ? vm.objects().ownRaw(object, name) : Values.HOLE;
  }

  private static String describe(Vm vm, long name) {
    return vm.strings().toJava(Symbols.description(name));
  }

  /** object.#name. */
  public static long get(Vm vm, long object, long name) {
    long raw = raw(vm, object, name);
    if (raw == Values.HOLE) {
      if (Values.isNullish(object)) {
        throw vm.typeError("Cannot read properties of " + vm.errors().describe(object) + " (reading '" + describe(vm, name) + "')");
      }
      throw vm.typeError("Cannot read private member " + describe(vm, name) + " from an object whose class did not declare it");
    }
    if (!Accessors.isAccessor(raw)) {
      return raw;
    }
    long getter = Accessors.getter(raw);
    if (getter == Values.UNDEFINED) {
      throw vm.typeError("'" + describe(vm, name) + "' was defined without a getter");
    }
    return vm.call(getter, object);
  }

  /** object.#name = value. */
  public static void set(Vm vm, long object, long name, long value) {
    long raw = raw(vm, object, name);
    if (raw == Values.HOLE) {
      if (Values.isNullish(object)) {
        throw vm.typeError("Cannot set properties of " + vm.errors().describe(object) + " (setting '" + describe(vm, name) + "')");
      }
      throw vm.typeError("Cannot write private member " + describe(vm, name) + " to an object whose class did not declare it");
    }
    if (Accessors.isAccessor(raw)) {
      long setter = Accessors.setter(raw);
      if (setter == Values.UNDEFINED) {
        throw vm.typeError("'" + describe(vm, name) + "' was defined without a setter");
      }
      vm.call(setter, object, value);
    } else if ((vm.objects().ownAttributes(object, name) & Attributes.WRITABLE) == 0) {
      throw vm.typeError("Private method '" + describe(vm, name) + "' is not writable");
    } else {
      vm.objects().ordinary().defineOwnProperty(object, name, new PropertyDescriptor().setValue(value));
    }
  }

  /** Adds a private field. */
  public static void define(Vm vm, long object, long name, long value) {
    if (raw(vm, object, name) != Values.HOLE) {
      throw twice(vm, name);
    }
    vm.objects().addPrivate(object, name, value, Attributes.WRITABLE);
  }

  private static JsThrow twice(Vm vm, long name) {
    return vm.typeError("Cannot initialize " + describe(vm, name) + " twice on the same object");
  }

  /** Adds a private method, or one half of an accessor. */
  public static void defineMethod(Vm vm, long object, long name, long function, Kind kind) {
    long raw = raw(vm, object, name);
    if (kind == Kind.METHOD) {
      if (raw != Values.HOLE) {
        throw twice(vm, name);
      }
      vm.objects().addPrivate(object, name, function, Attributes.NONE);
    } else if (raw == Values.HOLE) {
      long accessor = vm.objects().newAccessor(kind == Kind.GETTER ? function : Values.UNDEFINED, kind == Kind.SETTER ? function : Values.UNDEFINED);
      vm.objects().addPrivate(object, name, accessor, Attributes.ACCESSOR | Attributes.CONFIGURABLE);
    } else {
      completeAccessor(vm, object, name, raw, function, kind);
    }
  }

  private static void completeAccessor(Vm vm, long object, long name, long raw, long function, Kind kind) {
    boolean there = !Accessors.isAccessor(raw) || (kind == Kind.GETTER ? Accessors.getter(raw) : Accessors.setter(raw)) != Values.UNDEFINED;
    if (there) {
      throw twice(vm, name);
    }
    PropertyDescriptor half = kind == Kind.GETTER ? new PropertyDescriptor().setGetter(function) : new PropertyDescriptor().setSetter(function);
    vm.objects().ordinary().defineOwnProperty(object, name, half);
  }

  /** #name in object. */
  public static boolean has(Vm vm, long object, long name) {
    if (!Objects.isObject(object)) {
      throw vm.typeError("Cannot use 'in' operator to search for '" + describe(vm, name) + "' in " + vm.errors().describe(object));
    }
    return vm.objects().ownRaw(object, name) != Values.HOLE;
  }
}
