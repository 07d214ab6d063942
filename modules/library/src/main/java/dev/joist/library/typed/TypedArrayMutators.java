package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.library.core.Sorting;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.Arguments;
import dev.joist.spi.value.Values;
import java.util.Arrays;

/** %TypedArray%.prototype's methods that change the array, and toSorted. */
final class TypedArrayMutators extends Natives {
  static final String MEMBERS = "copyWithin/2, fill/1, reverse/0, set/1, sort/1, toSorted/1";

  private final TypedArrays arrays;

  TypedArrayMutators(Builtins builtins, TypedArrays arrays) {
    super(builtins);
    this.arrays = arrays;
  }

  @Override
  protected long call(Arguments a, String member) {
    if (member.equals("set")) {
      return set(arrays.anyView(a.thisValue()), a);
    }
    if (member.equals("sort") || member.equals("toSorted")) {
      requireComparator(a.get(0));
    }
    TypedArrayView view = arrays.view(a.thisValue());
    return switch (member) {
      case "copyWithin" -> copyWithin(view, a);
      case "fill" -> fill(view, a);
      case "reverse" -> reverse(view, a);
      case "sort" -> {
        sort(view, view, a);
        yield a.thisValue();
      }
      case "toSorted" -> {
        try (HandleScope scope = vm.heap().openScope()) {
          Handle result = scope.hold(arrays.create(view.type(), arrays.prototype(view.type()), view.length()));
          sort(view, arrays.view(result.get()), a);
          yield result.get();
        }
      }
      default -> throw unknown(member);
    };
  }

  private long copyWithin(TypedArrayView view, Arguments a) {
    long length = view.length();
    long to = js.relativeIndex(a.get(0), length, 0);
    long from = js.relativeIndex(a.get(1), length, 0);
    long end = js.relativeIndex(a.get(2), length, length);
    long count = Math.min(end - from, length - to);
    if (count > 0) {
      arrays.requireInBounds(view);
      long left = Math.min(count, view.length() - Math.max(from, to));
      if (left > 0) {
        Memory.copy(view.at(from), view.at(to), left * view.type().bytes());
      }
    }
    return a.thisValue();
  }

  private long fill(TypedArrayView view, Arguments a) {
    long length = view.length();
    double number = js.toNumber(a.get(0));
    long start = js.relativeIndex(a.get(1), length, 0);
    long end = js.relativeIndex(a.get(2), length, length);
    arrays.requireInBounds(view);
    for (long k = start; k < Math.min(end, view.length()); k++) {
      view.put(k, number);
    }
    return a.thisValue();
  }

  private long reverse(TypedArrayView view, Arguments a) {
    for (long low = 0, high = view.length() - 1; low < high; low++, high--) {
      double first = Values.asNumber(view.get(low));
      view.put(low, Values.asNumber(view.get(high)));
      view.put(high, first);
    }
    return a.thisValue();
  }

  private long set(TypedArrayView view, Arguments a) {
    double offset = js.toInteger(a.get(1));
    if (offset < 0) {
      throw vm.rangeError("offset is out of bounds");
    }
    arrays.requireInBounds(view);
    if (js.payload(a.get(0)) instanceof TypedArrayView source) {
      arrays.requireInBounds(source);
      checkRoom(view, offset, source.length());
      double[] numbers = numbers(source);
      for (int i = 0; i < numbers.length; i++) {
        view.put((long) offset + i, numbers[i]);
      }
      return Values.UNDEFINED;
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle source = scope.hold(js.toObject(a.get(0)));
      long length = js.length(source.get());
      checkRoom(view, offset, length);
      for (long k = 0; k < length; k++) {
        view.put((long) offset + k, js.toNumber(js.getIndex(source.get(), k)));
      }
      return Values.UNDEFINED;
    }
  }

  private void checkRoom(TypedArrayView view, double offset, long count) {
    if (offset + count > view.length()) {
      throw vm.rangeError("offset is out of bounds");
    }
  }

  private static double[] numbers(TypedArrayView view) {
    double[] numbers = new double[(int) view.length()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Values.asNumber(view.get(i));
    }
    return numbers;
  }

  private void sort(TypedArrayView source, TypedArrayView target, Arguments a) {
    if (a.get(0) == Values.UNDEFINED) {
      double[] numbers = numbers(source);
      Arrays.sort(numbers);
      for (int i = 0; i < numbers.length; i++) {
        target.put(i, numbers[i]);
      }
      return;
    }
    try (RootedValues values = builtins.rootedValues()) {
      for (long k = 0; k < source.length(); k++) {
        values.add(source.get(k));
      }
      long[] sorted = Sorting.sort(builtins, values, a.get(0));
      for (int i = 0; i < sorted.length; i++) {
        target.put(i, Values.asNumber(sorted[i]));
      }
    }
  }

  private void requireComparator(long comparator) {
    if (comparator != Values.UNDEFINED && !js.isCallable(comparator)) {
      throw vm.typeError("The comparison function must be either a function or undefined");
    }
  }
}
