package dev.joist.library.core;

import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.operations.ArrayIterator;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** An iterator of the program's, as the standard's Iterator Record. Its Values live in the scope that it was opened with. */
public final class JsIterator {
  private final Vm vm;
  private final Js js;
  private final Handle iterator;
  private final Handle next;
  private final Handle value;
  /** What the iterator is, when its next method is the original one of arrays; else null. */
  private final ArrayIterator array;

  private JsIterator(Builtins builtins, HandleScope scope, long iterator) {
    this.vm = builtins.vm();
    this.js = builtins.js();
    this.iterator = scope.hold(iterator);
    this.next = scope.hold(Values.UNDEFINED);
    this.value = scope.hold(Values.UNDEFINED);
    next.set(js.get(iterator, js.names().next));
    array = next.get() == vm.realm(Intrinsic.ARRAY_ITERATOR_NEXT) ? ArrayIterator.of(vm, iterator) : null;
  }

  /** GetIterator(iterable, sync). */
  public static JsIterator open(Builtins builtins, HandleScope scope, long iterable) {
    Js js = builtins.js();
    if (ArrayIterator.isPlain(builtins.vm(), iterable)) {
      return new JsIterator(builtins, scope, ArrayIterator.create(builtins.vm(), iterable, ArrayIterator.Kind.VALUES));
    }
    long method = Values.isNullish(iterable) ? Values.UNDEFINED : js.getMethod(iterable, builtins.symbols().iterator());
    if (method == Values.UNDEFINED) {
      throw builtins.vm().typeError(js.describe().withType(iterable) + " is not iterable (cannot read property Symbol(Symbol.iterator))");
    }
    return openWith(builtins, scope, iterable, method);
  }

  /** GetIteratorFromMethod. */
  public static JsIterator openWith(Builtins builtins, HandleScope scope, long iterable, long method) {
    long iterator = builtins.vm().call(method, iterable);
    if (!builtins.js().isObject(iterator)) {
      throw builtins.vm().typeError("Result of the Symbol.iterator method is not an object");
    }
    return new JsIterator(builtins, scope, iterator);
  }

  /** GetIteratorDirect: the object is an iterator itself. */
  public static JsIterator direct(Builtins builtins, HandleScope scope, long iterator) {
    return new JsIterator(builtins, scope, iterator);
  }

  /** Goes on to the next value; false when there is none. */
  public boolean step() {
    if (array != null) {
      value.set(array.step(vm));
      return value.get() != Values.HOLE;
    }
    value.set(vm.call(next.get(), iterator.get()));
    if (!js.isObject(value.get())) {
      throw vm.typeError("Iterator result " + js.describe(value.get()) + " is not an object");
    }
    if (js.toBoolean(js.get(value.get(), js.names().done))) {
      return false;
    }
    value.set(js.get(value.get(), js.names().value));
    return true;
  }

  /** What the last step came to; alive until the next step. */
  public long value() {
    return value.get();
  }

  public long object() {
    return iterator.get();
  }

  /** IteratorClose after a normal end before the iterator's own. */
  public void close() {
    long method = js.getMethod(iterator.get(), js.names().returnName);
    if (method != Values.UNDEFINED) {
      long result = vm.call(method, iterator.get());
      if (!js.isObject(result)) {
        throw vm.typeError(js.describe(result) + " is not an object");
      }
    }
  }

  /** IteratorClose because of an exception, which goes on whatever the iterator says. */
  public JsThrow abort() {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle pending = scope.hold(vm.takeException());
      try {
        long method = js.getMethod(iterator.get(), js.names().returnName);
        if (method != Values.UNDEFINED) {
          vm.call(method, iterator.get());
        }
      } catch (JsThrow _) {
        vm.takeException();
      }
      return vm.throwValue(pending.get());
    }
  }
}
