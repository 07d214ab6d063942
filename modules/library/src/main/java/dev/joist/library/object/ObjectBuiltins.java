package dev.joist.library.object;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Descriptors;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.spi.value.Values;

/** The Object constructor; puts Object.prototype together. */
public final class ObjectBuiltins extends Natives {
  private static final String MEMBERS = "assign/2, create/2, defineProperties/2, defineProperty/3, fromEntries/1, "
      + "getOwnPropertyDescriptor/2, getOwnPropertyDescriptors/1, getPrototypeOf/1, groupBy/2, hasOwn/2, is/2, setPrototypeOf/2";

  private ObjectBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Defines Object's prototype and makes the constructor. */
  public static long define(Builtins builtins) {
    ObjectBuiltins object = new ObjectBuiltins(builtins);
    long prototype = builtins.vm().realm(Intrinsic.OBJECT_PROTOTYPE);
    long constructor = builtins.define().constructor("Object", 1, object, prototype);
    builtins.define().members(constructor, MEMBERS, object);
    builtins.define().members(constructor, ObjectKeys.MEMBERS, new ObjectKeys(builtins));
    builtins.define().members(constructor, ObjectIntegrity.MEMBERS, new ObjectIntegrity(builtins));
    builtins.define().members(prototype, ObjectPrototype.MEMBERS, new ObjectPrototype(builtins));
    builtins.setObjectToString(builtins.js().get(prototype, builtins.js().names().toString));
    return constructor;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "Object" -> construct(a);
      case "assign" -> assign(a);
      case "create" -> create(a);
      case "defineProperties" -> {
        requireObject(a.get(0), "Object.defineProperties");
        yield defineProperties(a.get(0), a.get(1));
      }
      case "defineProperty" -> defineProperty(a);
      case "fromEntries" -> fromEntries(a);
      case "getOwnPropertyDescriptor" -> descriptorOf(a);
      case "getOwnPropertyDescriptors" -> descriptorsOf(a);
      case "getPrototypeOf" -> js.prototypeOf(js.toObject(a.get(0)));
      case "groupBy" -> groupBy(a);
      case "hasOwn" -> hasOwn(a);
      case "is" -> Values.bool(js.sameValue(a.get(0), a.get(1)));
      case "setPrototypeOf" -> setPrototypeOf(a);
      default -> throw unknown(member);
    };
  }

  private long construct(Arguments a) {
    if (a.isConstruct() && a.newTarget() != a.callee()) {
      return js.newObject(js.prototypeFor(a, vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
    }
    return Values.isNullish(a.get(0)) ? js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)) : js.toObject(a.get(0));
  }

  private void requireObject(long value, String function) {
    if (!js.isObject(value)) {
      throw vm.typeError(function + " called on non-object");
    }
  }

  private long assign(Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle target = scope.hold(js.toObject(a.get(0)));
      for (int i = 1; i < a.count(); i++) {
        if (Values.isNullish(a.get(i))) {
          continue;
        }
        Handle source = scope.hold(js.toObject(a.get(i)));
        KeyList keys = js.ownKeys(scope, source.get());
        for (int k = 0; k < keys.size(); k++) {
          if (js.isOwnEnumerable(source.get(), keys.get(k))) {
            js.set(target.get(), keys.get(k), js.get(source.get(), keys.get(k)));
          }
        }
      }
      return target.get();
    }
  }

  private long create(Arguments a) {
    if (!js.isObject(a.get(0)) && a.get(0) != Values.NULL) {
      throw vm.typeError("Object prototype may only be an Object or null: " + js.describe(a.get(0)));
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle object = scope.hold(js.newObject(a.get(0)));
      return a.get(1) == Values.UNDEFINED ? object.get() : defineProperties(object.get(), a.get(1));
    }
  }

  private long defineProperties(long object, long properties) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle target = scope.hold(object);
      Handle source = scope.hold(js.toObject(properties));
      KeyList keys = js.ownKeys(scope, source.get());
      PropertyDescriptor[] descriptors = new PropertyDescriptor[keys.size()];
      for (int i = 0; i < descriptors.length; i++) {
        if (js.isOwnEnumerable(source.get(), keys.get(i))) {
          descriptors[i] = Descriptors.from(js, vm, scope, js.get(source.get(), keys.get(i)));
        }
      }
      for (int i = 0; i < descriptors.length; i++) {
        if (descriptors[i] != null) {
          js.defineOrThrow(target.get(), keys.get(i), descriptors[i]);
        }
      }
      return target.get();
    }
  }

  private long defineProperty(Arguments a) {
    requireObject(a.get(0), "Object.defineProperty");
    try (HandleScope scope = vm.heap().openScope()) {
      Handle key = scope.hold(js.toPropertyKey(a.get(1)));
      PropertyDescriptor descriptor = Descriptors.from(js, vm, scope, a.get(2));
      js.defineOrThrow(a.get(0), key.get(), descriptor);
      return a.get(0);
    }
  }

  private long descriptorOf(Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle object = scope.hold(js.toObject(a.get(0)));
      long key = js.toPropertyKey(a.get(1));
      return Descriptors.object(js, vm, object.get(), key);
    }
  }

  private long descriptorsOf(Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle object = scope.hold(js.toObject(a.get(0)));
      KeyList keys = js.ownKeys(scope, object.get());
      Handle result = scope.hold(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
      for (int i = 0; i < keys.size(); i++) {
        long descriptor = Descriptors.object(js, vm, object.get(), keys.get(i));
        if (descriptor != Values.UNDEFINED) {
          js.createDataProperty(result.get(), keys.get(i), descriptor);
        }
      }
      return result.get();
    }
  }

  private long fromEntries(Arguments a) {
    if (Values.isNullish(a.get(0))) {
      throw vm.typeError(js.describe(a.get(0)) + " is not iterable");
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle result = scope.hold(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
      Handle key = scope.hold(Values.UNDEFINED);
      JsIterator iterator = JsIterator.open(builtins, scope, a.get(0));
      while (iterator.step()) {
        try {
          long entry = iterator.value();
          if (!js.isObject(entry)) {
            throw vm.typeError("Iterator value " + js.describe(entry) + " is not an entry object");
          }
          key.set(js.getIndex(entry, 0));
          try (HandleScope inner = vm.heap().openScope()) {
            Handle value = inner.hold(js.getIndex(iterator.value(), 1));
            long name = js.toPropertyKey(key.get());
            js.createDataProperty(result.get(), name, value.get());
          }
        } catch (JsThrow _) {
          throw iterator.abort();
        }
      }
      return result.get();
    }
  }

  private long groupBy(Arguments a) {
    js.requireCallable(a.get(1));
    try (HandleScope scope = vm.heap().openScope()) {
      Handle result = scope.hold(js.newObject(Values.NULL));
      JsIterator iterator = JsIterator.open(builtins, scope, a.get(0));
      for (long k = 0; iterator.step(); k++) {
        try {
          long key = js.toPropertyKey(vm.call(a.get(1), Values.UNDEFINED, iterator.value(), vm.number(k)));
          long group = js.get(result.get(), key);
          if (group == Values.UNDEFINED) {
            group = js.newArray(0);
            js.createDataProperty(result.get(), key, group);
          }
          js.createIndex(group, js.length(group), iterator.value());
        } catch (JsThrow _) {
          throw iterator.abort();
        }
      }
      return result.get();
    }
  }

  private long hasOwn(Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle object = scope.hold(js.toObject(a.get(0)));
      long key = js.toPropertyKey(a.get(1));
      return Values.bool(js.hasOwn(object.get(), key));
    }
  }

  private long setPrototypeOf(Arguments a) {
    if (Values.isNullish(a.get(0))) {
      throw vm.typeError("Object.setPrototypeOf called on null or undefined");
    }
    if (!js.isObject(a.get(1)) && a.get(1) != Values.NULL) {
      throw vm.typeError("Object prototype may only be an Object or null: " + js.describe(a.get(1)));
    }
    if (js.isObject(a.get(0))) {
      js.setPrototypeOrThrow(a.get(0), a.get(1));
    }
    return a.get(0);
  }
}
