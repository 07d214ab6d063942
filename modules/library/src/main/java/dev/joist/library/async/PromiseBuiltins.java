package dev.joist.library.async;

import dev.joist.library.async.PromiseState.Capability;
import dev.joist.library.async.PromiseState.Reaction;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Define;
import dev.joist.library.core.Natives;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.spi.value.Values;

/** Promise: constructor and prototype. */
public final class PromiseBuiltins extends Natives {
  private static final String MEMBERS = "reject/1, resolve/1, try/1, withResolvers/0, get @@species";
  private static final String PROTOTYPE_MEMBERS = "then/2, catch/1, finally/1";
  private static final String ON_FULFILLED = "finally value";
  private static final String ON_REJECTED = "finally reason";
  private static final String RETURN_VALUE = "finally return";
  private static final String THROW_REASON = "finally throw";

  private final Promises promises;

  private PromiseBuiltins(Builtins builtins, Promises promises) {
    super(builtins);
    this.promises = promises;
  }

  /** Makes the constructor and its prototype. */
  public static long define(Builtins builtins, Promises promises) {
    PromiseBuiltins promise = new PromiseBuiltins(builtins, promises);
    long constructor = builtins.define().constructor("Promise", 1, promise, promises.prototype());
    builtins.define().members(constructor, PromiseCombinators.MEMBERS, new PromiseCombinators(builtins, promises));
    builtins.define().members(constructor, MEMBERS, promise);
    builtins.define().members(promises.prototype(), PROTOTYPE_MEMBERS, promise);
    builtins.define().toStringTag(promises.prototype(), "Promise");
    return constructor;
  }

  /** What a finally handler needs later: the callback and the constructor, or the outcome that it passes on. */
  private record Held(long first, long second) implements Traced {
    @Override
    public void trace(Marker marker) {
      marker.mark(first);
      marker.mark(second);
    }
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "Promise" -> construct(a);
      case "reject" -> settled(a, false);
      case "resolve" -> {
        requireObject(a.thisValue());
        yield promises.promiseFor(a.thisValue(), a.get(0));
      }
      case "try" -> tryNow(a);
      case "withResolvers" -> withResolvers(a);
      case "get @@species" -> a.thisValue();
      case "then" -> then(a);
      case "catch" -> thenOf(a.thisValue(), Values.UNDEFINED, a.get(0));
      case "finally" -> andFinally(a);
      case ON_FULFILLED, ON_REJECTED -> runFinally(a, member);
      case RETURN_VALUE -> held(a).first;
      case THROW_REASON -> throw vm.throwValue(held(a).first);
      default -> throw unknown(member);
    };
  }

  private Held held(Arguments a) {
    return (Held) js.payload(Define.captured(a));
  }

  private void requireObject(long value) {
    if (!js.isObject(value)) {
      throw vm.typeError("PromiseResolve called on non-object");
    }
  }

  private long construct(Arguments a) {
    if (!a.isConstruct()) {
      throw vm.typeError("Promise constructor cannot be invoked without 'new'");
    }
    if (!js.isCallable(a.get(0))) {
      throw vm.typeError("Promise resolver " + js.describe(a.get(0)) + " is not a function");
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle promise = scope.hold(js.newHost(js.prototypeFor(a, promises.prototype()), new PromiseState()));
      Capability functions = promises.resolvingFunctions(scope, promise.get());
      try {
        vm.call(a.get(0), Values.UNDEFINED, functions.resolve(), functions.reject());
      } catch (JsThrow _) {
        vm.call(functions.reject(), Values.UNDEFINED, scope.hold(promises.takenException()).get());
      }
      return promise.get();
    }
  }

  private long settled(Arguments a, boolean fulfilled) {
    requireObject(a.thisValue());
    try (HandleScope scope = vm.heap().openScope()) {
      Capability capability = promises.newCapability(scope, a.thisValue());
      promises.settle(capability, fulfilled, a.get(0));
      return capability.promise();
    }
  }

  private long tryNow(Arguments a) {
    if (!js.isObject(a.thisValue())) {
      throw vm.typeError("Promise.try called on non-object");
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Capability capability = promises.newCapability(scope, a.thisValue());
      try {
        Handle result = scope.hold(vm.call(a.get(0), Values.UNDEFINED, a.from(1)));
        promises.settle(capability, true, result.get());
      } catch (JsThrow _) {
        promises.settle(capability, false, scope.hold(promises.takenException()).get());
      }
      return capability.promise();
    }
  }

  private long withResolvers(Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      Capability capability = promises.newCapability(scope, a.thisValue());
      if (capability.resolve() == Values.UNDEFINED) {
        capability = promises.resolvingFunctions(scope, capability.promise());
      }
      Handle result = scope.hold(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
      js.createDataProperty(result.get(), vm.strings().key("promise"), capability.promise());
      js.createDataProperty(result.get(), vm.strings().key("resolve"), capability.resolve());
      js.createDataProperty(result.get(), vm.strings().key("reject"), capability.reject());
      return result.get();
    }
  }

  private long then(Arguments a) {
    PromiseState state = Promises.state(js, a.thisValue());
    if (state == null) {
      throw js.describe().incompatible("Promise.prototype.then", a.thisValue());
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Capability capability = promises.newCapability(scope, js.speciesConstructor(a.thisValue(), builtins.global("Promise")));
      promises.then(state, new Reaction(capability, callableOrUndefined(a.get(0)), callableOrUndefined(a.get(1))));
      return capability.promise();
    }
  }

  private long callableOrUndefined(long value) {
    return js.isCallable(value) ? value : Values.UNDEFINED;
  }

  /** Calls the then method of any object; all Values must be held. */
  private long thenOf(long promise, long... handlers) {
    long method = js.getMethod(promise, js.names().then);
    if (method == Values.UNDEFINED) {
      throw vm.typeError("then is not a function");
    }
    return vm.call(method, promise, handlers);
  }

  private long andFinally(Arguments a) {
    if (!js.isObject(a.thisValue())) {
      throw js.describe().incompatible("Promise.prototype.finally", a.thisValue());
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle constructor = scope.hold(js.speciesConstructor(a.thisValue(), builtins.global("Promise")));
      if (!js.isCallable(a.get(0))) {
        return thenOf(a.thisValue(), a.get(0), a.get(0));
      }
      Handle shared = scope.hold(js.newHost(Values.NULL, new Held(a.get(0), constructor.get())));
      Handle onFulfilled = scope.hold(builtins.define().closure(this, ON_FULFILLED, 1, shared.get()));
      Handle onRejected = scope.hold(builtins.define().closure(this, ON_REJECTED, 1, shared.get()));
      return thenOf(a.thisValue(), onFulfilled.get(), onRejected.get());
    }
  }

  private long runFinally(Arguments a, String member) {
    Held held = held(a);
    try (HandleScope scope = vm.heap().openScope()) {
      Handle result = scope.hold(vm.call(held.first, Values.UNDEFINED));
      Handle promise = scope.hold(promises.promiseFor(held.second, result.get()));
      Handle outcome = scope.hold(js.newHost(Values.NULL, new Held(a.get(0), Values.UNDEFINED)));
      String next = member.equals(ON_FULFILLED) ? RETURN_VALUE : THROW_REASON;
      Handle handler = scope.hold(builtins.define().closure(this, next, 0, outcome.get()));
      return thenOf(promise.get(), handler.get());
    }
  }
}
