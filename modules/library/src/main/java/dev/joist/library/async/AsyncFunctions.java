package dev.joist.library.async;

import dev.joist.library.async.PromiseState.Continuation;
import dev.joist.library.core.Builtins;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.vm.AsyncOperations;
import dev.joist.runtime.vm.Generators;
import dev.joist.runtime.vm.Generators.Mode;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** Runs the bodies of async functions, from await to await. Source: ECMAScript 2025, 27.7.5. */
public final class AsyncFunctions implements AsyncOperations {
  private final Vm vm;
  private final Promises promises;
  private final AsyncFromSyncIterators fromSync;

  public AsyncFunctions(Builtins builtins, Promises promises) {
    this.vm = builtins.vm();
    this.promises = promises;
    this.fromSync = new AsyncFromSyncIterators(builtins, promises);
  }

  @Override
  public long start(long coroutine) {
    try (HandleScope scope = vm.heap().openScope()) {
      scope.hold(coroutine);
      Handle promise = scope.hold(promises.create());
      run(new Activity(coroutine, promise.get()), Mode.NEXT, Values.UNDEFINED);
      return promise.get();
    }
  }

  @Override
  public long fromSync(long iterator, long next) {
    return fromSync.create(iterator, next);
  }

  /** A call of an async function. */
  private final class Activity implements Continuation {
    private final long coroutine;
    private final long promise;

    Activity(long coroutine, long promise) {
      this.coroutine = coroutine;
      this.promise = promise;
    }

    @Override
    public void settled(boolean fulfilled, long value) {
      run(this, fulfilled ? Mode.NEXT : Mode.THROW, value);
    }

    @Override
    public void trace(Marker marker) {
      marker.mark(coroutine);
      marker.mark(promise);
    }
  }

  private void run(Activity activity, Mode first, long sent) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle value = scope.hold(sent);
      for (Mode mode = first;; mode = Mode.THROW) {
        try {
          value.set(Generators.resume(vm, activity.coroutine, mode, value.get()));
        } catch (JsThrow _) {
          value.set(promises.takenException());
          promises.reject(activity.promise, value.get());
          return;
        }
        if (Generators.isDone(vm, activity.coroutine)) {
          promises.resolve(activity.promise, value.get());
          return;
        }
        try {
          promises.await(value.get(), activity);
          return;
        } catch (JsThrow _) {
          value.set(promises.takenException());
        }
      }
    }
  }
}
