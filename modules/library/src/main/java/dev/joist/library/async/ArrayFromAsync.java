package dev.joist.library.async;

import dev.joist.library.async.PromiseState.Continuation;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.library.core.JsIterator;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** A call of Array.fromAsync, from await to await. Source: ECMAScript 2026, 23.1.2.1. */
public final class ArrayFromAsync implements Continuation {
  private final Builtins builtins;
  private final Vm vm;
  private final Js js;
  private final Promises promises;
  private final long promise;
  private final long constructor;
  private final long mapper;
  private final long mapperThis;
  /** What the elements come from: an iterator, or when that is null the object. */
  private JsIterator iterator;
  private long source = Values.UNDEFINED;
  private long sourceLength;
  private long result = Values.UNDEFINED;
  private long k;
  private Awaited awaited = Awaited.NOTHING;
  /** The exception that the iterator is being closed for. */
  private long exception = Values.UNDEFINED;

  /** What the promise is of that is being waited for. */
  private enum Awaited { NOTHING, ITERATOR_RESULT, ELEMENT, MAPPED, CLOSING }

  private ArrayFromAsync(Builtins builtins, Promises promises, long promise, Arguments a) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
    this.promises = promises;
    this.promise = promise;
    this.constructor = js.isConstructor(a.thisValue()) ? a.thisValue() : builtins.global("Array");
    this.mapper = a.get(1);
    this.mapperThis = a.get(2);
  }

  /** Answers the promise of the array. */
  public static long start(Builtins builtins, Promises promises, Arguments a) {
    builtins.global("Promise");
    try (HandleScope scope = builtins.vm().heap().openScope()) {
      Handle promise = scope.hold(promises.create());
      ArrayFromAsync call = scope.hold(new ArrayFromAsync(builtins, promises, promise.get(), a));
      try {
        call.open(scope, a.get(0));
        call.next();
      } catch (JsThrow _) {
        call.rejectWithTaken();
      }
      return promise.get();
    }
  }

  private void open(HandleScope scope, long items) {
    if (mapper != Values.UNDEFINED) {
      js.requireCallable(mapper);
    }
    Handle method = scope.hold(js.getMethod(items, builtins.symbols().asyncIterator()));
    if (method.get() != Values.UNDEFINED) {
      result = vm.construct(constructor, constructor);
      iterator = JsIterator.openWith(builtins, scope, items, method.get());
      return;
    }
    method.set(js.getMethod(items, builtins.symbols().iterator()));
    if (method.get() != Values.UNDEFINED) {
      result = vm.construct(constructor, constructor);
      iterator = JsIterator.openAsync(builtins, scope, items, method.get());
      return;
    }
    source = js.toObject(items);
    sourceLength = js.length(source);
    result = vm.construct(constructor, constructor, vm.number(sourceLength));
  }

  /** Asks for the next element. */
  private void next() {
    if (iterator != null) {
      await(Awaited.ITERATOR_RESULT, iterator.next());
    } else if (k < sourceLength) {
      await(Awaited.ELEMENT, js.getIndex(source, k));
    } else {
      finish();
    }
  }

  private void await(Awaited what, long value) {
    awaited = what;
    try (HandleScope scope = vm.heap().openScope()) {
      promises.await(scope.hold(value).get(), this);
    }
  }

  @Override
  public void settled(boolean fulfilled, long value) {
    try {
      if (awaited == Awaited.CLOSING) {
        promises.reject(promise, exception);
      } else if (fulfilled) {
        goOn(value);
      } else if (awaited == Awaited.MAPPED) {
        closeBecauseOf(value);
      } else {
        promises.reject(promise, value);
      }
    } catch (JsThrow _) {
      rejectWithTaken();
    }
  }

  private void goOn(long value) {
    switch (awaited) {
      case ITERATOR_RESULT -> {
        if (!js.isObject(value)) {
          throw vm.typeError("Iterator result " + js.describe(value) + " is not an object");
        }
        if (js.toBoolean(js.get(value, js.names().done))) {
          finish();
        } else {
          map(js.get(value, js.names().value));
        }
      }
      case ELEMENT -> map(value);
      default -> add(value);
    }
  }

  private void map(long value) {
    if (mapper == Values.UNDEFINED) {
      add(value);
      return;
    }
    try {
      await(Awaited.MAPPED, vm.call(mapper, mapperThis, value, vm.number(k)));
    } catch (JsThrow _) {
      closeBecauseOf(promises.takenException());
    }
  }

  private void add(long value) {
    try {
      js.createDataProperty(result, js.indexKey(k), value);
    } catch (JsThrow _) {
      closeBecauseOf(promises.takenException());
      return;
    }
    k++;
    next();
  }

  private void finish() {
    js.set(result, js.names().length, vm.number(k));
    promises.resolve(promise, result);
  }

  /** AsyncIteratorClose with an exception, which goes on whatever the iterator says. */
  private void closeBecauseOf(long thrown) {
    exception = thrown;
    if (iterator != null) {
      try {
        long method = js.getMethod(iterator.object(), js.names().returnName);
        if (method != Values.UNDEFINED) {
          await(Awaited.CLOSING, vm.call(method, iterator.object()));
          return;
        }
      } catch (JsThrow _) {
        promises.takenException();
      }
    }
    promises.reject(promise, exception);
  }

  private void rejectWithTaken() {
    exception = promises.takenException();
    promises.reject(promise, exception);
  }

  @Override
  public void trace(Marker marker) {
    marker.mark(promise);
    marker.mark(constructor);
    marker.mark(mapper);
    marker.mark(mapperThis);
    marker.mark(source);
    marker.mark(result);
    marker.mark(exception);
    if (iterator != null) {
      iterator.trace(marker);
    }
  }
}
