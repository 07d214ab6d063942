package dev.joist.library.collection;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.Root;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** What the constructors of Map, Set, WeakMap and WeakSet have in common: filling a new collection from an iterable. */
final class Collections {
  private Collections() {}

  /**
   * Makes a collection and fills it by its own add or set method.
   *
   * @param payload of the new object
   * @param prototype of its kind
   * @param pairs whether the iterable gives [key, value] pairs for the method
   */
  static long construct(Builtins builtins, Arguments a, Object payload, Root prototype, String adder, boolean pairs) {
    try (HandleScope scope = builtins.vm().heap().openScope()) {
      long objectPrototype = builtins.js().prototypeFor(a, prototype.get());
      Handle object = scope.hold(builtins.js().newHost(objectPrototype, payload));
      if (!Values.isNullish(a.get(0))) {
        fill(builtins, scope, object, a.get(0), adder, pairs);
      }
      return object.get();
    }
  }

  /** For forEach, whose message says the type too. */
  static void requireCallable(Js js, Vm vm, long function) {
    if (!js.isCallable(function)) {
      throw vm.typeError(js.describe().withType(function) + " is not a function");
    }
  }

  private static void fill(Builtins builtins, HandleScope scope, Handle object, long iterable, String adder, boolean pairs) {
    Js js = builtins.js();
    Vm vm = builtins.vm();
    Handle add = scope.hold(js.get(object.get(), vm.strings().key(adder)));
    if (!js.isCallable(add.get())) {
      throw vm.typeError("'" + js.describe(add.get()) + "' returned for property '" + adder + "' of object '" + js.describe(object.get())
          + "' is not a function");
    }
    Handle key = scope.hold(Values.UNDEFINED);
    JsIterator iterator = JsIterator.open(builtins, scope, iterable);
    while (iterator.step()) {
      try {
        if (!pairs) {
          vm.call(add.get(), object.get(), iterator.value());
          continue;
        }
        if (!js.isObject(iterator.value())) {
          throw vm.typeError("Iterator value " + js.describe(iterator.value()) + " is not an entry object");
        }
        key.set(js.getIndex(iterator.value(), 0));
        long value = js.getIndex(iterator.value(), 1);
        vm.call(add.get(), object.get(), key.get(), value);
      } catch (JsThrow _) {
        throw iterator.abort();
      }
    }
  }
}
