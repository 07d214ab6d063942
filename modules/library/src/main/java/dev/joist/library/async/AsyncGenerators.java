package dev.joist.library.async;

import dev.joist.library.async.PromiseState.Continuation;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.ErrorType;
import dev.joist.runtime.vm.Generators;
import dev.joist.runtime.vm.Generators.Mode;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.spi.value.Values;
import java.util.ArrayDeque;
import java.util.Deque;

/** Async generators: requests wait until the body has come to a yield. Source: ECMAScript 2025, 27.6. */
final class AsyncGenerators extends Natives {
  static final String MEMBERS = "next/1, return/1, throw/1";

  private final Promises promises;

  AsyncGenerators(Builtins builtins, Promises promises) {
    super(builtins);
    this.promises = promises;
  }

  private record Request(Mode mode, long value, long promise) implements Traced {
    @Override
    public void trace(Marker marker) {
      marker.mark(value);
      marker.mark(promise);
    }
  }

  /** What an async generator has to do; it goes on when what the body waits for is settled. */
  private final class Work implements Continuation {
    private final long generator;
    private final Deque<Request> requests = new ArrayDeque<>(1);
    /** The body runs or waits for something, or a value to return is waited for: nothing else is begun. */
    private boolean busy;
    /** The body has ended, and a value to return is waited for. */
    private boolean returning;

    Work(long generator) {
      this.generator = generator;
    }

    @Override
    public void settled(boolean fulfilled, long value) {
      if (!returning) {
        run(this, fulfilled ? Mode.NEXT : Mode.THROW, value);
      } else {
        returning = false;
        answer(this, fulfilled, value, true);
        busy = false;
      }
      serve(this);
    }

    @Override
    public void trace(Marker marker) {
      marker.mark(generator);
      requests.forEach(request -> request.trace(marker));
    }
  }

  @Override
  protected long call(Arguments a, String member) {
    Mode mode = switch (member) {
      case "next" -> Mode.NEXT;
      case "return" -> Mode.RETURN;
      case "throw" -> Mode.THROW;
      default -> throw unknown(member);
    };
    try (HandleScope scope = vm.heap().openScope()) {
      Handle promise = scope.hold(promises.create());
      if (!Generators.isAsyncGenerator(vm, a.thisValue())) {
        promises.reject(promise.get(), scope.hold(vm.errors().create(ErrorType.TYPE_ERROR,
            "Method [AsyncGenerator].prototype." + member + " called on incompatible receiver " + js.describe(a.thisValue()))).get());
        return promise.get();
      }
      Work work = work(a.thisValue());
      work.requests.add(new Request(mode, a.get(0), promise.get()));
      serve(work);
      return promise.get();
    }
  }

  private Work work(long generator) {
    if (Generators.companion(vm, generator) instanceof Work work) {
      return work;
    }
    Work work = new Work(generator);
    Generators.setCompanion(vm, generator, work);
    return work;
  }

  /** Answers requests until there are no more, or something has to be waited for. */
  private void serve(Work work) {
    while (!work.busy && !work.requests.isEmpty()) {
      Request request = work.requests.peek();
      if (Generators.isAtStart(vm, work.generator) && request.mode != Mode.NEXT) {
        Generators.resume(vm, work.generator, Mode.RETURN, Values.UNDEFINED);
      }
      if (!Generators.isDone(vm, work.generator)) {
        run(work, request.mode, request.value);
        continue;
      }
      work.busy = true;
      switch (request.mode) {
        case NEXT -> answer(work, true, Values.UNDEFINED, true);
        case THROW -> answer(work, false, request.value, true);
        case RETURN -> awaitReturn(work, request.value);
      }
      work.busy = work.returning;
    }
  }

  private void awaitReturn(Work work, long value) {
    try {
      promises.await(value, work);
      work.returning = true;
    } catch (JsThrow _) {
      try (HandleScope scope = vm.heap().openScope()) {
        answer(work, false, scope.hold(promises.takenException()).get(), true);
      }
    }
  }

  /** Runs the body up to its next yield, or until it waits for something. */
  private void run(Work work, Mode first, long sent) {
    work.busy = true;
    try (HandleScope scope = vm.heap().openScope()) {
      Handle value = scope.hold(sent);
      for (Mode mode = first;; mode = Mode.THROW) {
        boolean returned = true;
        try {
          value.set(Generators.resume(vm, work.generator, mode, value.get()));
        } catch (JsThrow _) {
          value.set(promises.takenException());
          returned = false;
        }
        if (!Generators.isAwaiting(vm, work.generator)) {
          answer(work, returned, value.get(), Generators.isDone(vm, work.generator));
          work.busy = false;
          return;
        }
        try {
          promises.await(value.get(), work);
          return;
        } catch (JsThrow _) {
          value.set(promises.takenException());
        }
      }
    }
  }

  /** Settles the oldest request. The value must be held. */
  private void answer(Work work, boolean fulfilled, long value, boolean done) {
    try (HandleScope scope = vm.heap().openScope()) {
      long promise = scope.hold(work.requests.remove().promise).get();
      if (fulfilled) {
        promises.resolve(promise, scope.hold(js.iteratorResult(value, done)).get());
      } else {
        promises.reject(promise, value);
      }
    }
  }
}
