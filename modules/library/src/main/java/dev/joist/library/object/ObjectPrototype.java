package dev.joist.library.object;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.value.Values;

/** Object.prototype. */
final class ObjectPrototype extends Natives {
  static final String MEMBERS = "__defineGetter__/2, __defineSetter__/2, hasOwnProperty/1, __lookupGetter__/1, __lookupSetter__/1, isPrototypeOf/1, "
      + "propertyIsEnumerable/1, toString/0, valueOf/0, get __proto__, set __proto__, toLocaleString/0";

  ObjectPrototype(Builtins builtins) {
    super(builtins);
  }

  @Override
  protected long call(Arguments a, String member) {
    long self = a.thisValue();
    return switch (member) {
      case "__defineGetter__", "__defineSetter__" -> defineAccessor(a, member);
      case "__lookupGetter__", "__lookupSetter__" -> lookupAccessor(a, member);
      case "hasOwnProperty", "propertyIsEnumerable" -> ask(a, member);
      case "isPrototypeOf" -> isPrototypeOf(a);
      case "toString" -> vm.strings().fromJava(toStringOf(self));
      case "valueOf" -> js.toObject(self);
      case "get __proto__" -> js.prototypeOf(js.toObject(self));
      case "set __proto__" -> setPrototype(a);
      case "toLocaleString" -> js.invoke(self, js.names().toString);
      default -> throw unknown(member);
    };
  }

  private long ask(Arguments a, String member) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle key = scope.hold(js.toPropertyKey(a.get(0)));
      long object = js.toObject(a.thisValue());
      return Values.bool(member.equals("hasOwnProperty") ? js.hasOwn(object, key.get()) : js.isOwnEnumerable(object, key.get()));
    }
  }

  private long isPrototypeOf(Arguments a) {
    if (!js.isObject(a.get(0))) {
      return Values.FALSE;
    }
    long self = js.toObject(a.thisValue());
    for (long object = js.prototypeOf(a.get(0)); object != Values.NULL; object = js.prototypeOf(object)) {
      if (object == self) {
        return Values.TRUE;
      }
    }
    return Values.FALSE;
  }

  private String toStringOf(long self) {
    if (Values.isNullish(self)) {
      return self == Values.NULL ? "[object Null]" : "[object Undefined]";
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle object = scope.hold(js.toObject(self));
      long tag = js.get(object.get(), builtins.symbols().toStringTag());
      return "[object " + (Strings.isString(tag) ? vm.strings().toJava(tag) : js.describe().builtinTag(object.get())) + "]";
    }
  }

  private long setPrototype(Arguments a) {
    if (Values.isNullish(a.thisValue())) {
      throw vm.typeError("Object.prototype.__proto__ called on null or undefined");
    }
    boolean prototype = js.isObject(a.get(0)) || a.get(0) == Values.NULL;
    if (prototype && js.isObject(a.thisValue())) {
      js.setPrototypeOrThrow(a.thisValue(), a.get(0));
    }
    return Values.UNDEFINED;
  }

  private long defineAccessor(Arguments a, String member) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle object = scope.hold(js.toObject(a.thisValue()));
      if (!js.isCallable(a.get(1))) {
        throw vm.typeError("Object.prototype." + member + ": Expecting function");
      }
      PropertyDescriptor descriptor = new PropertyDescriptor();
      if (member.equals("__defineGetter__")) {
        descriptor.setGetter(a.get(1));
      } else {
        descriptor.setSetter(a.get(1));
      }
      descriptor.setAttribute(Attributes.ENUMERABLE, true).setAttribute(Attributes.CONFIGURABLE, true);
      js.defineOrThrow(object.get(), js.toPropertyKey(a.get(0)), descriptor);
      return Values.UNDEFINED;
    }
  }

  private long lookupAccessor(Arguments a, String member) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle object = scope.hold(js.toObject(a.thisValue()));
      long key = js.toPropertyKey(a.get(0));
      for (long at = object.get(); at != Values.NULL; at = js.prototypeOf(at)) {
        PropertyDescriptor descriptor = js.getOwnProperty(at, key);
        if (descriptor != null) {
          return member.equals("__lookupGetter__") ? descriptor.getter() : descriptor.setter();
        }
      }
      return Values.UNDEFINED;
    }
  }
}
