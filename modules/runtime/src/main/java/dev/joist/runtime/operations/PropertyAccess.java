package dev.joist.runtime.operations;

import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Callees;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** Properties of any Values, with the errors that programs see. May run getters and setters; operands must be in registers or handles. */
public final class PropertyAccess {
  private PropertyAccess() {}

  /** value.key. */
  public static long get(Vm vm, long value, long key) {
    if (Objects.isObject(value)) {
      return vm.objects().get(value, key);
    }
    return getOfPrimitive(vm, value, key);
  }

  private static long getOfPrimitive(Vm vm, long value, long key) {
    if (Strings.isString(value)) {
      if (key == vm.names().length) {
        return Values.int32(vm.strings().length(value));
      }
      if (PropertyKey.isIndex(key) && PropertyKey.index(key) < vm.strings().length(value)) {
        return vm.strings().ofChar(vm.strings().charAt(value, (int) PropertyKey.index(key)));
      }
    }
    if (Values.isNullish(value) || value == Values.HOLE) {
      throw vm.typeError("Cannot read properties of " + vm.errors().describe(value) + " (reading '" + vm.strings().describeKey(key) + "')");
    }
    return vm.objects().get(Conversions.prototypeOfPrimitive(vm, value), key, value);
  }

  /** value[keyValue]. */
  public static long getElement(Vm vm, long value, long keyValue) {
    if (Values.isInt32(keyValue) && Values.asInt32(keyValue) >= 0 && Objects.isObject(value)) {
      return vm.objects().getIndex(value, Values.asInt32(keyValue));
    }
    if (Strings.isString(keyValue) && Objects.isObject(value)) {
      long key = vm.strings().key(keyValue);
      return PropertyKey.isIndex(key) ? get(vm, value, key) : PropertyCaches.getKeyed(vm, value, key);
    }
    if (Values.isNullish(value)) {
      throw unreadable(vm, value, keyValue);
    }
    return get(vm, value, Conversions.toPropertyKey(vm, keyValue));
  }

  /** To be thrown where undefined or null is asked for a property. */
  public static JsThrow unreadable(Vm vm, long value, long keyValue) {
    return vm.typeError("Cannot read properties of " + vm.errors().describe(value) + " (reading '" + describeKeyValue(vm, keyValue) + "')");
  }

  /** A key in a message, without running code. */
  private static String describeKeyValue(Vm vm, long keyValue) {
    return Strings.isString(keyValue) ? vm.strings().toJava(keyValue) : vm.errors().describe(keyValue);
  }

  /** value.key = newValue. */
  public static void set(Vm vm, long value, long key, long newValue, boolean strict) {
    if (Objects.isObject(value)) {
      if (!vm.objects().set(value, key, newValue) && strict) {
        throw refused(vm, value, key);
      }
      return;
    }
    if (Values.isNullish(value)) {
      throw vm.typeError("Cannot set properties of " + vm.errors().describe(value) + " (setting '" + vm.strings().describeKey(key) + "')");
    }
    boolean set = !isOwnOfString(vm, value, key) && vm.objects().set(Conversions.prototypeOfPrimitive(vm, value), key, newValue, value);
    if (!set && strict) {
      throw isOwnOfString(vm, value, key)
          ? vm.typeError("Cannot assign to read only property '" + vm.strings().describeKey(key) + "' of string '" + vm.strings().toJava(value) + "'")
          : vm.typeError("Cannot create property '" + vm.strings().describeKey(key) + "' on " + vm.strings().toJava(vm.typeNames().of(value)) + " '"
              + Conversions.toJavaString(vm, value) + "'");
    }
  }

  private static boolean isOwnOfString(Vm vm, long value, long key) {
    return Strings.isString(value)
        && (key == vm.names().length || PropertyKey.isIndex(key) && PropertyKey.index(key) < vm.strings().length(value));
  }

  /** value[keyValue] = newValue. */
  public static void setElement(Vm vm, long value, long keyValue, long newValue, boolean strict) {
    if (Values.isInt32(keyValue) && Values.asInt32(keyValue) >= 0 && Objects.isObject(value)) {
      if (!vm.objects().setIndex(value, Values.asInt32(keyValue), newValue) && strict) {
        throw refused(vm, value, PropertyKey.ofIndex(Values.asInt32(keyValue)));
      }
      return;
    }
    if (Values.isNullish(value)) {
      throw vm.typeError("Cannot set properties of " + vm.errors().describe(value) + " (setting '" + describeKeyValue(vm, keyValue) + "')");
    }
    long key = Conversions.toPropertyKey(vm, keyValue);
    if (PropertyKey.isIndex(key)) {
      set(vm, value, key, newValue, strict);
      return;
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle held = scope.hold(key);
      if (Objects.isObject(value) && Strings.isString(held.get())) {
        PropertyCaches.setKeyed(vm, value, held.get(), newValue, strict);
      } else {
        set(vm, value, held.get(), newValue, strict);
      }
    }
  }

  /** Why a property could not be set. */
  private static JsThrow refused(Vm vm, long object, long key) {
    String name = vm.strings().describeKey(key);
    long holder = object;
    while (holder != Values.NULL) {
      PropertyDescriptor own = vm.objects().getOwnProperty(holder, key);
      if (own != null && own.isAccessor()) {
        return vm.typeError("Cannot set property " + name + " of " + vm.errors().describe(object) + " which has only a getter");
      }
      if (own != null) {
        return vm.typeError("Cannot assign to read only property '" + name + "' of object '" + describeObject(vm, object) + "'");
      }
      holder = vm.objects().getPrototype(holder);
    }
    return vm.typeError("Cannot add property " + name + ", object is not extensible");
  }

  private static String describeObject(Vm vm, long object) {
    return Objects.isArray(object) ? "[object Array]" : vm.errors().describe(object);
  }

  /** Defines an own data property with all attributes; TypeError when that is refused. */
  public static void define(Vm vm, long object, long key, long value) {
    if (!vm.objects().createDataProperty(object, key, value)) {
      throw vm.objects().isExtensible(object) ? vm.typeError("Cannot redefine property: " + vm.strings().describeKey(key))
          : vm.typeError("Cannot define property " + vm.strings().describeKey(key) + ", object is not extensible");
    }
  }

  /** delete value.key; TypeError in strict code when it is refused. */
  public static boolean delete(Vm vm, long value, long key, boolean strict) {
    if (Values.isNullish(value)) {
      throw vm.typeError("Cannot convert undefined or null to object");
    }
    long object = Conversions.toObject(vm, value);
    boolean deleted = vm.objects().delete(object, key);
    if (!deleted && strict) {
      throw vm.typeError("Cannot delete property '" + vm.strings().describeKey(key) + "' of " + describeForDelete(vm, object));
    }
    return deleted;
  }

  private static String describeForDelete(Vm vm, long object) {
    return Objects.isArray(object) ? "[object Array]" : vm.errors().describe(object);
  }

  /** A method by its key: undefined when undefined or null; TypeError when it is not callable. */
  public static long getMethod(Vm vm, long value, long key) {
    long method = get(vm, value, key);
    if (Values.isNullish(method)) {
      return Values.UNDEFINED;
    }
    if (!Callees.isCallable(method)) {
      throw vm.typeError(vm.errors().describe(method) + " is not a function");
    }
    return method;
  }

  /** key in value. */
  public static boolean in(Vm vm, long keyValue, long value) {
    if (!Objects.isObject(value)) {
      throw vm.typeError("Cannot use 'in' operator to search for '" + describeKeyValue(vm, keyValue) + "' in "
          + (Strings.isString(value) ? vm.strings().toJava(value) : vm.errors().describe(value)));
    }
    return vm.objects().hasProperty(value, Conversions.toPropertyKey(vm, keyValue));
  }
}
