package dev.joist.library.async;

import dev.joist.library.async.PromiseState.Capability;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Define;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.Natives;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.spi.value.Values;

/** Promise.all, allSettled, any and race. */
final class PromiseCombinators extends Natives {
  static final String MEMBERS = "all/1, allSettled/1, any/1, race/1";
  private static final String ALL_REJECTED = "All promises were rejected";
  private static final String ELEMENT_FULFILLED = "element fulfilled";
  private static final String ELEMENT_REJECTED = "element rejected";

  private final Promises promises;

  PromiseCombinators(Builtins builtins, Promises promises) {
    super(builtins);
    this.promises = promises;
  }

  /** One call's progress. */
  private final class Progress implements Traced {
    private final String kind;
    private final Capability capability;
    private final long outcomes;
    private long remaining = 1;

    Progress(String kind, Capability capability, long outcomes) {
      this.kind = kind;
      this.capability = capability;
      this.outcomes = outcomes;
    }

    void finishOne() {
      remaining--;
      if (remaining > 0) {
        return;
      }
      if (!kind.equals("any")) {
        promises.settle(capability, true, outcomes);
        return;
      }
      try (HandleScope scope = vm.heap().openScope()) {
        Handle error = scope.hold(vm.errors().create(js.get(builtins.global("AggregateError"), js.names().prototype)));
        vm.errors().captureStack(error.get(), "AggregateError: " + ALL_REJECTED);
        vm.objects().createDataProperty(error.get(), js.names().message, vm.strings().fromJava(ALL_REJECTED), Attributes.METHOD);
        vm.objects().createDataProperty(error.get(), vm.strings().key("errors"), outcomes, Attributes.METHOD);
        promises.settle(capability, false, error.get());
      }
    }

    @Override
    public void trace(Marker marker) {
      capability.trace(marker);
      marker.mark(outcomes);
    }
  }

  /** One element of a call. */
  private static final class Element implements Traced {
    private final Progress progress;
    private final long index;
    private boolean done;

    Element(Progress progress, long index) {
      this.progress = progress;
      this.index = index;
    }

    @Override
    public void trace(Marker marker) {
      progress.trace(marker);
    }
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case ELEMENT_FULFILLED, ELEMENT_REJECTED -> element(a, member);
      default -> combine(a, member);
    };
  }

  private long combine(Arguments a, String kind) {
    if (!js.isObject(a.thisValue())) {
      throw vm.typeError("Promise." + kind + " called on non-object");
    }
    try (HandleScope scope = vm.heap().openScope()) {
      // One pair of functions for all: whichever element is first settles the promise, the others find them used.
      Capability capability = scope.hold(functions(scope, promises.newCapability(scope, a.thisValue())));
      try {
        iterate(scope, a, kind, capability);
      } catch (JsThrow _) {
        promises.settle(capability, false, scope.hold(promises.takenException()).get());
      }
      return capability.promise();
    }
  }

  private void iterate(HandleScope scope, Arguments a, String kind, Capability capability) {
    Handle resolve = scope.hold(js.get(a.thisValue(), vm.strings().key("resolve")));
    if (!js.isCallable(resolve.get())) {
      throw vm.typeError("Promise resolve or reject function is not callable");
    }
    Progress progress = scope.hold(new Progress(kind, capability, js.newArray(0)));
    JsIterator iterator = JsIterator.open(builtins, scope, a.get(0));
    for (long index = 0; iterator.step(); index++) {
      try {
        add(a, resolve.get(), progress, index, iterator.value());
      } catch (JsThrow _) {
        throw iterator.abort();
      }
    }
    if (!kind.equals("race")) {
      progress.finishOne();
    }
  }

  private void add(Arguments a, long resolve, Progress progress, long index, long value) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle promise = scope.hold(vm.call(resolve, a.thisValue(), value));
      Handle onFulfilled = scope.hold(progress.capability.resolve());
      Handle onRejected = scope.hold(progress.capability.reject());
      if (!progress.kind.equals("race")) {
        js.createIndex(progress.outcomes, index, Values.UNDEFINED);
        progress.remaining++;
        Handle element = scope.hold(js.newHost(Values.NULL, new Element(progress, index)));
        if (!progress.kind.equals("any")) {
          onFulfilled.set(builtins.define().closure(this, ELEMENT_FULFILLED, 1, element.get()));
        }
        if (!progress.kind.equals("all")) {
          onRejected.set(builtins.define().closure(this, ELEMENT_REJECTED, 1, element.get()));
        }
      }
      long then = js.get(promise.get(), js.names().then);
      if (!js.isCallable(then)) {
        throw vm.typeError("promise.then is not a function");
      }
      vm.call(then, promise.get(), onFulfilled.get(), onRejected.get());
    }
  }

  /** The functions that settle a capability, made if there are none. */
  private Capability functions(HandleScope scope, Capability capability) {
    return capability.resolve() == Values.UNDEFINED ? promises.resolvingFunctions(scope, capability.promise()) : capability;
  }

  private long element(Arguments a, String member) {
    Element element = (Element) js.payload(Define.captured(a));
    if (element.done) {
      return Values.UNDEFINED;
    }
    element.done = true;
    Progress progress = element.progress;
    boolean fulfilled = member.equals(ELEMENT_FULFILLED);
    long outcome = progress.kind.equals("allSettled") ? settledObject(fulfilled, a.get(0)) : a.get(0);
    js.createIndex(progress.outcomes, element.index, outcome);
    progress.finishOne();
    return Values.UNDEFINED;
  }

  private long settledObject(boolean fulfilled, long value) {
    long object = js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE));
    js.createDataProperty(object, vm.strings().key("status"), vm.strings().fromJava(fulfilled ? "fulfilled" : "rejected"));
    js.createDataProperty(object, fulfilled ? js.names().value : vm.strings().key("reason"), value);
    return object;
  }
}
