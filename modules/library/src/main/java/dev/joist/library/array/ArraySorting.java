package dev.joist.library.array;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.library.core.Sorting;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.spi.value.Values;

/** Array.prototype.sort and toSorted: the elements are taken out, sorted, and put back, so that a comparator may do what it likes. */
final class ArraySorting extends Natives {
  static final String MEMBERS = "sort/1, toSorted/1";

  private final ArrayOperations arrays;

  ArraySorting(Builtins builtins, ArrayOperations arrays) {
    super(builtins);
    this.arrays = arrays;
  }

  @Override
  protected long call(Arguments a, String member) {
    if (a.get(0) != Values.UNDEFINED && !js.isCallable(a.get(0))) {
      throw vm.typeError("The comparison function must be either a function or undefined");
    }
    try (HandleScope scope = vm.heap().openScope(); RootedValues values = builtins.rootedValues()) {
      Handle self = scope.hold(js.toObject(a.thisValue()));
      long length = js.length(self.get());
      return switch (member) {
        case "sort" -> sort(self, length, values, a.get(0));
        case "toSorted" -> toSorted(self, length, values, a.get(0));
        default -> throw unknown(member);
      };
    }
  }

  private long sort(Handle self, long length, RootedValues values, long comparator) {
    long undefinedCount = 0;
    for (long k = 0; k < length; k++) {
      long value = js.element(self.get(), k);
      if (value == Values.UNDEFINED) {
        undefinedCount++;
      } else if (value != Values.HOLE) {
        values.add(value);
      }
    }
    long[] sorted = Sorting.sort(builtins, values, comparator);
    for (int i = 0; i < sorted.length; i++) {
      js.setIndex(self.get(), i, sorted[i]);
    }
    long end = sorted.length + undefinedCount;
    for (long k = sorted.length; k < end; k++) {
      js.setIndex(self.get(), k, Values.UNDEFINED);
    }
    for (long k = end; k < length; k++) {
      js.deleteIndex(self.get(), k);
    }
    return self.get();
  }

  private long toSorted(Handle self, long length, RootedValues values, long comparator) {
    arrays.newLength(length);
    int undefinedCount = 0;
    for (long k = 0; k < length; k++) {
      long value = js.getIndex(self.get(), k);
      if (value == Values.UNDEFINED) {
        undefinedCount++;
      } else {
        values.add(value);
      }
    }
    long[] sorted = Sorting.sort(builtins, values, comparator);
    for (int i = 0; i < sorted.length; i++) {
      values.set(i, sorted[i]);
    }
    for (int i = 0; i < undefinedCount; i++) {
      values.add(Values.UNDEFINED);
    }
    return values.toArray();
  }
}
