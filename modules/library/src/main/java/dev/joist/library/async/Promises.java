package dev.joist.library.async;

import dev.joist.library.async.PromiseState.Capability;
import dev.joist.library.async.PromiseState.Continuation;
import dev.joist.library.async.PromiseState.Reaction;
import dev.joist.library.async.PromiseState.Status;
import dev.joist.library.async.PromiseState.Waiter;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Define;
import dev.joist.library.core.Js;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.ErrorType;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.spi.value.Values;

/** Promises' abstract operations. Source: ECMAScript 2025, 27.2.1 and 27.2.2. */
public final class Promises extends Natives {
  private static final String RESOLVE = "resolve";
  private static final String REJECT = "reject";
  private static final String EXECUTOR = "executor";

  private final Jobs jobs;
  private final Root prototype;

  public Promises(Builtins builtins, Jobs jobs) {
    super(builtins);
    this.jobs = jobs;
    this.prototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
  }

  long prototype() {
    return prototype.get();
  }

  /** The state of a promise, or null of anything else. */
  static PromiseState state(Js js, long value) {
    return js.payload(value) instanceof PromiseState state ? state : null;
  }

  /** A new promise of the original class. */
  long create() {
    return js.newHost(prototype.get(), new PromiseState());
  }

  /** Whether a promise's pair of resolving functions was used. */
  private static final class Resolving implements Traced {
    private final long promise;
    private boolean done;

    Resolving(long promise) {
      this.promise = promise;
    }

    @Override
    public void trace(Marker marker) {
      marker.mark(promise);
    }
  }

  /** What the executor of NewPromiseCapability was given. */
  private static final class Given implements Traced {
    private long resolve = Values.UNDEFINED;
    private long reject = Values.UNDEFINED;

    @Override
    public void trace(Marker marker) {
      marker.mark(resolve);
      marker.mark(reject);
    }
  }

  /** CreateResolvingFunctions: in the scope that the caller holds them with. */
  Capability resolvingFunctions(HandleScope scope, long promise) {
    long shared = scope.hold(js.newHost(Values.NULL, new Resolving(promise))).get();
    long resolve = scope.hold(builtins.define().closure(this, RESOLVE, 1, shared)).get();
    long reject = scope.hold(builtins.define().closure(this, REJECT, 1, shared)).get();
    return new Capability(promise, resolve, reject);
  }

  @Override
  protected long call(Arguments a, String member) {
    Object captured = js.payload(Define.captured(a));
    if (member.equals(EXECUTOR)) {
      Given given = (Given) captured;
      if (given.resolve != Values.UNDEFINED || given.reject != Values.UNDEFINED) {
        throw vm.typeError("Promise executor has already been invoked with non-undefined arguments");
      }
      given.resolve = a.get(0);
      given.reject = a.get(1);
      return Values.UNDEFINED;
    }
    Resolving resolving = (Resolving) captured;
    if (!resolving.done) {
      resolving.done = true;
      if (member.equals(RESOLVE)) {
        resolve(resolving.promise, a.get(0));
      } else {
        reject(resolving.promise, a.get(0));
      }
    }
    return Values.UNDEFINED;
  }

  /** What a promise's resolve function does. The promise and the resolution must be held. */
  void resolve(long promise, long resolution) {
    if (promise == resolution) {
      reject(promise, vm.errors().create(ErrorType.TYPE_ERROR, "Chaining cycle detected for promise #<Promise>"));
      return;
    }
    if (!js.isObject(resolution)) {
      fulfill(promise, resolution);
      return;
    }
    long then;
    try {
      then = js.get(resolution, js.names().then);
    } catch (JsThrow _) {
      reject(promise, vm.takeException());
      return;
    }
    if (js.isCallable(then)) {
      jobs.addMicrotask(new ThenableJob(promise, resolution, then));
    } else {
      fulfill(promise, resolution);
    }
  }

  private void fulfill(long promise, long value) {
    PromiseState state = state(js, promise);
    for (Waiter waiter : state.settle(Status.FULFILLED, value)) {
      jobs.addMicrotask(job(waiter, value, true));
    }
  }

  void reject(long promise, long reason) {
    PromiseState state = state(js, promise);
    for (Waiter waiter : state.settle(Status.REJECTED, reason)) {
      jobs.addMicrotask(job(waiter, reason, false));
    }
    if (!state.isHandled()) {
      jobs.addUnhandled(state);
    }
  }

  /** PerformPromiseThen. */
  void then(PromiseState state, Waiter waiter) {
    switch (state.status()) {
      case PENDING -> state.addWaiter(waiter);
      case FULFILLED -> jobs.addMicrotask(job(waiter, state.result(), true));
      case REJECTED -> jobs.addMicrotask(job(waiter, state.result(), false));
    }
    state.setHandled();
  }

  /** Has a continuation hear of what becomes of a value. Throws what taking its promise throws. The value must be held. */
  void await(long value, Continuation continuation) {
    then(state(js, promiseFor(builtins.global("Promise"), value)), continuation);
  }

  private Jobs.Job job(Waiter waiter, long value, boolean fulfilled) {
    return switch (waiter) {
      case Reaction reaction -> new ReactionJob(reaction, value, fulfilled);
      case Continuation continuation -> new ContinuationJob(continuation, value, fulfilled);
    };
  }

  private record ContinuationJob(Continuation continuation, long value, boolean fulfilled) implements Jobs.Job {
    @Override
    public void run() {
      continuation.settled(fulfilled, value);
    }

    @Override
    public void trace(Marker marker) {
      continuation.trace(marker);
      marker.mark(value);
    }
  }

  /** NewPromiseCapability: in the scope that the caller holds it with. */
  Capability newCapability(HandleScope scope, long constructor) {
    if (constructor == builtins.global("Promise")) {
      return new Capability(scope.hold(create()).get(), Values.UNDEFINED, Values.UNDEFINED);
    }
    if (!js.isConstructor(constructor)) {
      throw vm.typeError(js.describe(constructor) + " is not a constructor");
    }
    Given given = new Given();
    Handle holder = scope.hold(js.newHost(Values.NULL, given));
    long executor = scope.hold(builtins.define().closure(this, EXECUTOR, 2, holder.get())).get();
    long promise = scope.hold(vm.construct(constructor, constructor, executor)).get();
    if (!js.isCallable(given.resolve) || !js.isCallable(given.reject)) {
      throw vm.typeError("Promise resolve or reject function is not callable");
    }
    return new Capability(promise, given.resolve, given.reject);
  }

  void settle(Capability capability, boolean fulfilled, long value) {
    long function = fulfilled ? capability.resolve() : capability.reject();
    if (function != Values.UNDEFINED) {
      vm.call(function, Values.UNDEFINED, value);
    } else if (capability.promise() != Values.UNDEFINED) {
      if (fulfilled) {
        resolve(capability.promise(), value);
      } else {
        reject(capability.promise(), value);
      }
    }
  }

  /** PromiseResolve: the value itself if it is a promise of this constructor. The value must be held. */
  long promiseFor(long constructor, long value) {
    if (state(js, value) != null && js.get(value, js.names().constructor) == constructor) {
      return value;
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Capability capability = newCapability(scope, constructor);
      settle(capability, true, value);
      return capability.promise();
    }
  }

  /** Runs a handler and settles what depends on it. */
  private final class ReactionJob implements Jobs.Job {
    private final Reaction reaction;
    private final long argument;
    private final boolean fulfilled;

    ReactionJob(Reaction reaction, long argument, boolean fulfilled) {
      this.reaction = reaction;
      this.argument = argument;
      this.fulfilled = fulfilled;
    }

    @Override
    public void run() {
      long handler = fulfilled ? reaction.onFulfilled() : reaction.onRejected();
      if (handler == Values.UNDEFINED) {
        settle(reaction.capability(), fulfilled, argument);
        return;
      }
      try (HandleScope scope = vm.heap().openScope()) {
        Handle result = scope.hold(Values.UNDEFINED);
        boolean returned = true;
        try {
          result.set(vm.call(handler, Values.UNDEFINED, argument));
        } catch (JsThrow _) {
          result.set(taken());
          returned = false;
        }
        settle(reaction.capability(), returned, result.get());
      }
    }

    @Override
    public void trace(Marker marker) {
      reaction.trace(marker);
      marker.mark(argument);
    }
  }

  /** The exception that a promise is rejected with; the end of the engine is none. */
  private long taken() {
    if (vm.termination() != null) {
      throw vm.throwValue(Values.UNDEFINED);
    }
    return vm.takeException();
  }

  /** Has an object with a then method settle a promise. */
  private final class ThenableJob implements Jobs.Job {
    private final long promise;
    private final long thenable;
    private final long then;

    ThenableJob(long promise, long thenable, long then) {
      this.promise = promise;
      this.thenable = thenable;
      this.then = then;
    }

    @Override
    public void run() {
      try (HandleScope scope = vm.heap().openScope()) {
        Capability functions = resolvingFunctions(scope, promise);
        try {
          vm.call(then, thenable, functions.resolve(), functions.reject());
        } catch (JsThrow _) {
          vm.call(functions.reject(), Values.UNDEFINED, scope.hold(taken()).get());
        }
      }
    }

    @Override
    public void trace(Marker marker) {
      marker.mark(promise);
      marker.mark(thenable);
      marker.mark(then);
    }
  }

  long takenException() {
    return taken();
  }
}
