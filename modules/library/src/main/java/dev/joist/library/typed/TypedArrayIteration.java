package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.Arguments;
import dev.joist.spi.value.Values;

/** %TypedArray%.prototype's methods that call a function for each element. */
final class TypedArrayIteration extends Natives {
  static final String MEMBERS = "every/1, filter/1, find/1, findIndex/1, findLast/1, findLastIndex/1, forEach/1, map/1, reduce/1, reduceRight/1, some/1";

  private final TypedArrays arrays;

  TypedArrayIteration(Builtins builtins, TypedArrays arrays) {
    super(builtins);
    this.arrays = arrays;
  }

  @Override
  protected long call(Arguments a, String member) {
    TypedArrayView view = arrays.view(a.thisValue());
    js.requireCallable(a.get(0));
    return switch (member) {
      case "every" -> Values.bool(found(view, a, 1, false) < 0);
      case "filter" -> filter(view, a);
      case "find" -> find(view, a, 1);
      case "findIndex" -> vm.number(found(view, a, 1, true));
      case "findLast" -> find(view, a, -1);
      case "findLastIndex" -> vm.number(found(view, a, -1, true));
      case "forEach" -> {
        for (long k = 0, length = view.length(); k < length; k++) {
          callback(view, a, k);
        }
        yield Values.UNDEFINED;
      }
      case "map" -> map(view, a);
      case "reduce" -> reduce(view, a, 1);
      case "reduceRight" -> reduce(view, a, -1);
      case "some" -> Values.bool(found(view, a, 1, true) >= 0);
      default -> throw unknown(member);
    };
  }

  private long callback(TypedArrayView view, Arguments a, long k) {
    return vm.call(a.get(0), a.get(1), view.element(k), vm.number(k), a.thisValue());
  }

  /** The first index, in the direction of step, that the function says this of, or -1. */
  private long found(TypedArrayView view, Arguments a, int step, boolean wanted) {
    long length = view.length();
    for (long i = 0; i < length; i++) {
      long k = step > 0 ? i : length - 1 - i;
      if (js.toBoolean(callback(view, a, k)) == wanted) {
        return k;
      }
    }
    return -1;
  }

  /** The element as it was before the function was called. */
  private long find(TypedArrayView view, Arguments a, int step) {
    long length = view.length();
    try (HandleScope scope = vm.heap().openScope()) {
      Handle element = scope.hold(Values.UNDEFINED);
      for (long i = 0; i < length; i++) {
        long k = step > 0 ? i : length - 1 - i;
        element.set(view.element(k));
        if (js.toBoolean(vm.call(a.get(0), a.get(1), element.get(), vm.number(k), a.thisValue()))) {
          return element.get();
        }
      }
      return Values.UNDEFINED;
    }
  }

  private long map(TypedArrayView view, Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      long length = view.length();
      Handle result = scope.hold(arrays.speciesCreate(a.thisValue(), length));
      for (long k = 0; k < length; k++) {
        js.setIndex(result.get(), k, callback(view, a, k));
      }
      return result.get();
    }
  }

  private long filter(TypedArrayView view, Arguments a) {
    try (HandleScope scope = vm.heap().openScope(); RootedValues kept = builtins.rootedValues()) {
      for (long k = 0, length = view.length(); k < length; k++) {
        kept.add(view.element(k));
        if (!js.toBoolean(vm.call(a.get(0), a.get(1), kept.get(kept.size() - 1), vm.number(k), a.thisValue()))) {
          kept.removeLast();
        }
      }
      Handle result = scope.hold(arrays.speciesCreate(a.thisValue(), kept.size()));
      for (int i = 0; i < kept.size(); i++) {
        js.setIndex(result.get(), i, kept.get(i));
      }
      return result.get();
    }
  }

  private long reduce(TypedArrayView view, Arguments a, int step) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle accumulator = scope.hold(a.count() > 1 ? a.get(1) : Values.HOLE);
      long length = view.length();
      for (long i = 0; i < length; i++) {
        long k = step > 0 ? i : length - 1 - i;
        if (accumulator.get() == Values.HOLE) {
          accumulator.set(view.element(k));
        } else {
          accumulator.set(vm.call(a.get(0), Values.UNDEFINED, accumulator.get(), view.element(k), vm.number(k), a.thisValue()));
        }
      }
      if (accumulator.get() == Values.HOLE) {
        throw vm.typeError("Reduce of empty array with no initial value");
      }
      return accumulator.get();
    }
  }
}
