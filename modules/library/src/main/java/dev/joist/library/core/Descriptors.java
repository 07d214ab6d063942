package dev.joist.library.core;

import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** Property descriptors as programs see them, and as the runtime has them. */
public final class Descriptors {
  private Descriptors() {}

  /** ToPropertyDescriptor; its Values live until the scope is closed. */
  public static PropertyDescriptor from(Js js, Vm vm, HandleScope scope, long object) {
    if (!js.isObject(object)) {
      throw vm.typeError("Property description must be an object: " + js.describe(object));
    }
    Names names = js.names();
    PropertyDescriptor descriptor = scope.hold(new PropertyDescriptor());
    attribute(js, descriptor, object, names.enumerable, Attributes.ENUMERABLE);
    attribute(js, descriptor, object, names.configurable, Attributes.CONFIGURABLE);
    if (js.has(object, names.value)) {
      descriptor.setValue(js.get(object, names.value));
    }
    attribute(js, descriptor, object, names.writable, Attributes.WRITABLE);
    if (js.has(object, names.get)) {
      descriptor.setGetter(accessor(js, vm, object, names.get, "Getter"));
    }
    if (js.has(object, names.set)) {
      descriptor.setSetter(accessor(js, vm, object, names.set, "Setter"));
    }
    if (descriptor.isAccessor() && descriptor.isData()) {
      throw vm.typeError("Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, "
          + js.describe(object));
    }
    return descriptor;
  }

  private static void attribute(Js js, PropertyDescriptor descriptor, long object, long key, int attribute) {
    if (js.has(object, key)) {
      descriptor.setAttribute(attribute, js.toBoolean(js.get(object, key)));
    }
  }

  private static long accessor(Js js, Vm vm, long object, long key, String what) {
    long function = js.get(object, key);
    if (function != Values.UNDEFINED && !js.isCallable(function)) {
      throw vm.typeError(what + " must be a function: " + js.describe(function));
    }
    return function;
  }

  /** FromPropertyDescriptor of an own property; undefined when there is none. */
  public static long object(Js js, Vm vm, long object, long key) {
    PropertyDescriptor descriptor = js.getOwnProperty(object, key);
    if (descriptor == null) {
      return Values.UNDEFINED;
    }
    Names names = js.names();
    long result = vm.objects().factory().newPlain();
    if (descriptor.isAccessor()) {
      js.createDataProperty(result, names.get, descriptor.getter());
      js.createDataProperty(result, names.set, descriptor.setter());
    } else {
      js.createDataProperty(result, names.value, descriptor.value());
      js.createDataProperty(result, names.writable, Values.bool(descriptor.attribute(Attributes.WRITABLE)));
    }
    js.createDataProperty(result, names.enumerable, Values.bool(descriptor.attribute(Attributes.ENUMERABLE)));
    js.createDataProperty(result, names.configurable, Values.bool(descriptor.attribute(Attributes.CONFIGURABLE)));
    return result;
  }
}
