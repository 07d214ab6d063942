package dev.joist.library.async;

import dev.joist.library.async.PromiseState.Continuation;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.operations.Iterators;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.spi.value.Values;

/** Async iterators that give what an iterator gives. Source: ECMAScript 2025, 27.1.6. */
final class AsyncFromSyncIterators extends Natives {
  private static final String MEMBERS = "next/1, return/1, throw/1";

  private final Promises promises;
  private Root prototype;

  AsyncFromSyncIterators(Builtins builtins, Promises promises) {
    super(builtins);
    this.promises = promises;
  }

  private record Sync(long iterator, long next) implements Traced {
    @Override
    public void trace(Marker marker) {
      marker.mark(iterator);
      marker.mark(next);
    }
  }

  /** Both must be in registers or handles. */
  long create(long iterator, long next) {
    if (prototype == null) {
      prototype = builtins.root(js.newObject(vm.realm(Intrinsic.ASYNC_ITERATOR_PROTOTYPE)));
      builtins.define().members(prototype.get(), MEMBERS, this);
    }
    return js.newHost(prototype.get(), new Sync(iterator, next));
  }

  @Override
  protected long call(Arguments a, String member) {
    // Only the language calls these, on what it made itself.
    Sync sync = (Sync) js.payload(a.thisValue());
    try (HandleScope scope = vm.heap().openScope()) {
      Handle promise = scope.hold(promises.create());
      Handle result = scope.hold(Values.UNDEFINED);
      try {
        switch (member) {
          case "next" -> result.set(call(sync.next, sync, a));
          case "return" -> {
            long method = js.getMethod(sync.iterator, vm.names().returnMethod);
            if (method == Values.UNDEFINED) {
              result.set(js.iteratorResult(a.get(0), true));
              promises.resolve(promise.get(), result.get());
              return promise.get();
            }
            result.set(call(method, sync, a));
          }
          case "throw" -> {
            long method = js.getMethod(sync.iterator, vm.strings().key("throw"));
            if (method == Values.UNDEFINED) {
              Iterators.close(vm, sync.iterator, false);
              throw vm.typeError("The iterator does not provide a 'throw' method");
            }
            result.set(call(method, sync, a));
          }
          default -> throw unknown(member);
        }
        if (!js.isObject(result.get())) {
          throw vm.typeError("Iterator result " + js.describe(result.get()) + " is not an object");
        }
        goOn(promise.get(), result.get(), sync, !member.equals("return"));
      } catch (JsThrow _) {
        result.set(promises.takenException());
        promises.reject(promise.get(), result.get());
      }
      return promise.get();
    }
  }

  private long call(long method, Sync sync, Arguments a) {
    return a.count() == 0 ? vm.call(method, sync.iterator) : vm.call(method, sync.iterator, a.get(0));
  }

  private void goOn(long promise, long result, Sync sync, boolean closes) {
    boolean done = Iterators.isDone(vm, result);
    try (HandleScope scope = vm.heap().openScope()) {
      Handle value = scope.hold(js.get(result, js.names().value));
      Unwrapping unwrapping = new Unwrapping(promise, done, !done && closes ? sync.iterator : Values.UNDEFINED);
      try {
        promises.await(value.get(), unwrapping);
      } catch (JsThrow _) {
        value.set(promises.takenException());
        unwrapping.close();
        throw vm.rethrow(value.get());
      }
    }
  }

  /** A result whose value is being waited for. */
  private final class Unwrapping implements Continuation {
    private final long promise;
    private final boolean done;
    /** To be closed when the value is rejected, or undefined. */
    private final long iterator;

    Unwrapping(long promise, boolean done, long iterator) {
      this.promise = promise;
      this.done = done;
      this.iterator = iterator;
    }

    void close() {
      if (iterator != Values.UNDEFINED) {
        Iterators.close(vm, iterator, true);
      }
    }

    @Override
    public void settled(boolean fulfilled, long value) {
      if (fulfilled) {
        try (HandleScope scope = vm.heap().openScope()) {
          promises.resolve(promise, scope.hold(js.iteratorResult(value, done)).get());
        }
      } else {
        close();
        promises.reject(promise, value);
      }
    }

    @Override
    public void trace(Marker marker) {
      marker.mark(promise);
      marker.mark(iterator);
    }
  }
}
