package dev.joist.library.array;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.spi.value.Values;

/** Array.prototype's methods that call a function for each element. */
final class ArrayIteration extends Natives {
  static final String MEMBERS = "every/1, filter/1, find/1, findIndex/1, findLast/1, findLastIndex/1, flat/0, flatMap/1, forEach/1, map/1, "
      + "reduce/1, reduceRight/1, some/1";

  private final ArrayOperations arrays;

  ArrayIteration(Builtins builtins, ArrayOperations arrays) {
    super(builtins);
    this.arrays = arrays;
  }

  @Override
  protected long call(Arguments a, String member) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle self = scope.hold(js.toObjectFor(a.thisValue(), "Array.prototype." + member));
      long length = js.length(self.get());
      return switch (member) {
        case "every" -> Values.bool(!anyIs(self, length, a, false));
        case "filter" -> filter(scope, self, length, a);
        case "find" -> found(scope, self, length, a, 1, true);
        case "findIndex" -> found(scope, self, length, a, 1, false);
        case "findLast" -> found(scope, self, length, a, -1, true);
        case "findLastIndex" -> found(scope, self, length, a, -1, false);
        case "flat" -> flat(scope, self, length, a);
        case "flatMap" -> flatMap(scope, self, length, a);
        case "forEach" -> forEach(self, length, a);
        case "map" -> map(scope, self, length, a);
        case "reduce" -> reduce(scope, self, length, a, 1);
        case "reduceRight" -> reduce(scope, self, length, a, -1);
        case "some" -> Values.bool(anyIs(self, length, a, true));
        default -> throw unknown(member);
      };
    }
  }

  private long callback(Arguments a, long value, long index, Handle self) {
    return vm.call(a.get(0), a.get(1), value, vm.number(index), self.get());
  }

  private long forEach(Handle self, long length, Arguments a) {
    js.requireCallable(a.get(0));
    for (long k = 0; k < length; k++) {
      long value = js.element(self.get(), k);
      if (value != Values.HOLE) {
        callback(a, value, k, self);
      }
    }
    return Values.UNDEFINED;
  }

  /** Whether the function says so of any element. */
  private boolean anyIs(Handle self, long length, Arguments a, boolean wanted) {
    js.requireCallable(a.get(0));
    for (long k = 0; k < length; k++) {
      long value = js.element(self.get(), k);
      if (value != Values.HOLE && js.toBoolean(callback(a, value, k, self)) == wanted) {
        return true;
      }
    }
    return false;
  }

  private long map(HandleScope scope, Handle self, long length, Arguments a) {
    js.requireCallable(a.get(0));
    Handle result = scope.hold(arrays.speciesCreate(self.get(), length));
    for (long k = 0; k < length; k++) {
      long value = js.element(self.get(), k);
      if (value != Values.HOLE) {
        long mapped = callback(a, value, k, self);
        js.createIndex(result.get(), k, mapped);
      }
    }
    return result.get();
  }

  private long filter(HandleScope scope, Handle self, long length, Arguments a) {
    js.requireCallable(a.get(0));
    Handle result = scope.hold(arrays.speciesCreate(self.get(), 0));
    Handle value = scope.hold(Values.UNDEFINED);
    long next = 0;
    for (long k = 0; k < length; k++) {
      value.set(js.element(self.get(), k));
      if (value.get() != Values.HOLE && js.toBoolean(callback(a, value.get(), k, self))) {
        js.createIndex(result.get(), next++, value.get());
      }
    }
    return result.get();
  }

  private long found(HandleScope scope, Handle self, long length, Arguments a, int step, boolean wantsValue) {
    js.requireCallable(a.get(0));
    Handle value = scope.hold(Values.UNDEFINED);
    for (long i = 0; i < length; i++) {
      long k = step > 0 ? i : length - 1 - i;
      value.set(js.getIndex(self.get(), k));
      if (js.toBoolean(callback(a, value.get(), k, self))) {
        return wantsValue ? value.get() : vm.number(k);
      }
    }
    return wantsValue ? Values.UNDEFINED : Values.int32(-1);
  }

  private long reduce(HandleScope scope, Handle self, long length, Arguments a, int step) {
    js.requireCallable(a.get(0));
    Handle accumulator = scope.hold(a.count() > 1 ? a.get(1) : Values.HOLE);
    for (long i = 0; i < length; i++) {
      long k = step > 0 ? i : length - 1 - i;
      long value = js.element(self.get(), k);
      if (value == Values.HOLE) {
        continue;
      }
      if (accumulator.get() == Values.HOLE) {
        accumulator.set(value);
      } else {
        accumulator.set(vm.call(a.get(0), Values.UNDEFINED, accumulator.get(), value, vm.number(k), self.get()));
      }
    }
    if (accumulator.get() == Values.HOLE) {
      throw vm.typeError("Reduce of empty array with no initial value");
    }
    return accumulator.get();
  }

  private long flat(HandleScope scope, Handle self, long length, Arguments a) {
    double depth = a.get(0) == Values.UNDEFINED ? 1 : js.toInteger(a.get(0));
    Handle result = scope.hold(arrays.speciesCreate(self.get(), 0));
    flatten(result, self.get(), length, 0, depth);
    return result.get();
  }

  private long flatten(Handle result, long source, long length, long start, double depth) {
    long next = start;
    builtins.enterNested();
    try (HandleScope scope = vm.heap().openScope()) {
      Handle from = scope.hold(source);
      Handle value = scope.hold(Values.UNDEFINED);
      for (long k = 0; k < length; k++) {
        value.set(js.element(from.get(), k));
        if (value.get() == Values.HOLE) {
          continue;
        }
        if (depth > 0 && js.isArray(value.get())) {
          next = flatten(result, value.get(), js.length(value.get()), next, depth - 1);
        } else {
          js.createIndex(result.get(), next++, value.get());
        }
      }
    } finally {
      builtins.leaveNested();
    }
    return next;
  }

  private long flatMap(HandleScope scope, Handle self, long length, Arguments a) {
    if (!js.isCallable(a.get(0))) {
      throw vm.typeError("flatMap mapper function is not callable");
    }
    Handle result = scope.hold(arrays.speciesCreate(self.get(), 0));
    long next = 0;
    for (long k = 0; k < length; k++) {
      long value = js.element(self.get(), k);
      if (value == Values.HOLE) {
        continue;
      }
      long mapped = callback(a, value, k, self);
      if (js.isArray(mapped)) {
        next = flatten(result, mapped, js.length(mapped), next, 0);
      } else {
        js.createIndex(result.get(), next++, mapped);
      }
    }
    return result.get();
  }
}
