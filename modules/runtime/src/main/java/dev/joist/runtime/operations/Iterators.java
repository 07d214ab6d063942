package dev.joist.runtime.operations;

import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.vm.Callees;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.WellKnownSymbol;
import dev.joist.spi.value.Values;

/** The iteration protocol. Iterators and next methods must be in registers or handles. */
public final class Iterators {
  /** What is done with each value that an iterable gives. */
  @FunctionalInterface
  public interface Consumer {
    /** May throw: then the iterator is closed. */
    void accept(long value);
  }

  private Iterators() {}

  /** The iterator of an iterable; TypeError when it is none. */
  public static long open(Vm vm, long iterable) {
    long method = Values.isNullish(iterable) ? Values.UNDEFINED : PropertyAccess.get(vm, iterable, vm.symbol(WellKnownSymbol.ITERATOR));
    if (!Callees.isCallable(method)) {
      throw vm.typeError(vm.errors().describeCallee(iterable) + " is not iterable");
    }
    long iterator = vm.call(method, iterable);
    if (!Objects.isObject(iterator)) {
      throw vm.typeError("Result of the Symbol.iterator method is not an object");
    }
    return iterator;
  }

  /** What is done with an iterator and its next method. */
  @FunctionalInterface
  public interface Opened {
    void accept(long iterator, long next);
  }

  /** The async iterator of an iterable, or one made of its iterator. The iterable must be in a register or handle. */
  public static void openAsync(Vm vm, long iterable, Opened opened) {
    long method = Values.isNullish(iterable) ? Values.UNDEFINED : PropertyAccess.getMethod(vm, iterable, vm.symbol(WellKnownSymbol.ASYNC_ITERATOR));
    try (HandleScope scope = vm.heap().openScope()) {
      Handle iterator = scope.hold(Values.UNDEFINED);
      if (method != Values.UNDEFINED) {
        iterator.set(vm.call(method, iterable));
        if (!Objects.isObject(iterator.get())) {
          throw vm.typeError("Result of the Symbol.asyncIterator method is not an object");
        }
      } else {
        iterator.set(open(vm, iterable));
        Handle next = scope.hold(vm.objects().get(iterator.get(), vm.names().next));
        iterator.set(vm.asyncOperations().fromSync(iterator.get(), next.get()));
      }
      opened.accept(iterator.get(), vm.objects().get(iterator.get(), vm.names().next));
    }
  }

  /** The result object of a step. */
  public static long step(Vm vm, long iterator, long next) {
    long result = vm.call(next, iterator);
    if (!Objects.isObject(result)) {
      throw vm.typeError("Iterator result " + vm.errors().describe(result) + " is not an object");
    }
    return result;
  }

  /** Whether a result object says done. The result must be in a register or handle. */
  public static boolean isDone(Vm vm, long result) {
    return Conversions.toBoolean(vm, vm.objects().get(result, vm.names().done));
  }

  /** {value, done}. */
  public static long result(Vm vm, long value, boolean done) {
    long result = vm.objects().factory().newPlain();
    vm.objects().addOwn(result, vm.names().value, value, Attributes.ALL);
    vm.objects().addOwn(result, vm.names().done, Values.bool(done), Attributes.ALL);
    return result;
  }

  /**
   * Calls the iterator's return method.
   *
   * @param quiet an exception is already on its way: what this call throws or answers does not matter
   */
  public static void close(Vm vm, long iterator, boolean quiet) {
    if (!quiet) {
      long method = PropertyAccess.getMethod(vm, iterator, vm.names().returnMethod);
      if (method != Values.UNDEFINED && !Objects.isObject(vm.call(method, iterator))) {
        throw vm.typeError("The iterator's return method did not give an object");
      }
      return;
    }
    try {
      long method = PropertyAccess.getMethod(vm, iterator, vm.names().returnMethod);
      if (method != Values.UNDEFINED) {
        vm.call(method, iterator);
      }
    } catch (JsThrow lesser) {
      vm.takeException();
      if (vm.termination() != null) {
        throw vm.throwValue(Values.UNDEFINED);
      }
    }
  }

  /** {@link #close} of the iterator of a plain array that stands before an index, and that nobody has seen, so that it need not exist. */
  public static void closeArray(Vm vm, long array, long index, boolean quiet) {
    if (vm.objects().hasProperty(vm.realm(Intrinsic.ARRAY_ITERATOR_PROTOTYPE), vm.names().returnMethod)) {
      // Somebody has given array iterators a return method, which gets to see one.
      try (HandleScope scope = vm.heap().openScope()) {
        close(vm, scope.hold(ArrayIterator.createAt(vm, array, index)).get(), quiet);
      }
    }
  }

  private static void forEachElement(Vm vm, long array, Consumer consumer) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle value = scope.hold(Values.UNDEFINED);
      for (long index = 0; index < Objects.arrayLength(array); index++) {
        value.set(vm.objects().getIndex(array, index));
        try {
          consumer.accept(value.get());
        } catch (JsThrow thrown) {
          value.set(vm.takeException());
          closeArray(vm, array, index + 1, true);
          throw vm.rethrow(value.get());
        }
      }
    }
  }

  /** Hands all values of an iterable to a consumer. The iterable must be in a register or handle. */
  public static void forEach(Vm vm, long iterable, Consumer consumer) {
    if (ArrayIterator.isPlain(vm, iterable)) {
      forEachElement(vm, iterable, consumer);
      return;
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle iterator = scope.hold(open(vm, iterable));
      Handle next = scope.hold(vm.objects().get(iterator.get(), vm.names().next));
      Handle result = scope.hold(Values.UNDEFINED);
      Handle value = scope.hold(Values.UNDEFINED);
      while (true) {
        result.set(step(vm, iterator.get(), next.get()));
        if (isDone(vm, result.get())) {
          return;
        }
        value.set(vm.objects().get(result.get(), vm.names().value));
        try {
          consumer.accept(value.get());
        } catch (JsThrow thrown) {
          value.set(vm.takeException());
          close(vm, iterator.get(), true);
          throw vm.rethrow(value.get());
        }
      }
    }
  }
}
