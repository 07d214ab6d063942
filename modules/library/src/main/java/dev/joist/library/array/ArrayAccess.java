package dev.joist.library.array;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.MachineNative;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.value.Values;

/** Array.prototype's methods that read, search and copy without calling the program back (but for getters and conversions). */
final class ArrayAccess extends Natives {
  static final String MEMBERS = "at/1, concat/1, includes/1, indexOf/1, join/1, lastIndexOf/1, slice/2, toLocaleString/0, toReversed/0, "
      + "toSpliced/2, toString/0, with/2";

  private final ArrayOperations arrays;

  ArrayAccess(Builtins builtins, ArrayOperations arrays) {
    super(builtins);
    this.arrays = arrays;
  }

  @Override
  protected MachineNative machine(String member) {
    return switch (member) {
      case "indexOf" -> MachineNative.ARRAY_INDEX_OF;
      case "join" -> MachineNative.ARRAY_JOIN;
      default -> null;
    };
  }

  @Override
  protected long call(Arguments a, String member) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle self = scope.hold(js.toObject(a.thisValue()));
      return switch (member) {
        case "at" -> at(self.get(), a);
        case "concat" -> concat(scope, self, a);
        case "includes" -> Values.bool(includes(self, a));
        case "indexOf" -> vm.number(indexOf(self, a));
        case "join" -> join(self, a.get(0));
        case "lastIndexOf" -> vm.number(lastIndexOf(self, a));
        case "slice" -> slice(scope, self, a);
        case "toLocaleString" -> toLocaleString(self);
        case "toReversed" -> toReversed(scope, self);
        case "toSpliced" -> toSpliced(self, a);
        case "toString" -> toStringOrJoin(self);
        case "with" -> with(self, a);
        default -> throw unknown(member);
      };
    }
  }

  private long at(long self, Arguments a) {
    long length = js.length(self);
    double relative = js.toInteger(a.get(0));
    double index = relative >= 0 ? relative : length + relative;
    return index >= 0 && index < length ? js.getIndex(self, (long) index) : Values.UNDEFINED;
  }

  private long concat(HandleScope scope, Handle self, Arguments a) {
    Handle result = scope.hold(arrays.speciesCreate(self.get(), 0));
    long next = 0;
    for (int i = -1; i < a.count(); i++) {
      long item = i < 0 ? self.get() : a.get(i);
      if (!arrays.isConcatSpreadable(item)) {
        js.createIndex(result.get(), next++, item);
        continue;
      }
      long length = js.length(item);
      arrays.checkSafeLength(next + length);
      for (long k = 0; k < length; k++, next++) {
        long value = js.element(item, k);
        if (value != Values.HOLE) {
          js.createIndex(result.get(), next, value);
        }
      }
    }
    js.setLength(result.get(), next);
    return result.get();
  }

  private boolean includes(Handle self, Arguments a) {
    long length = js.length(self.get());
    if (length == 0) {
      return false;
    }
    for (long k = js.relativeIndex(a.get(1), length, 0); k < length; k++) {
      if (js.sameValueZero(js.getIndex(self.get(), k), a.get(0))) {
        return true;
      }
    }
    return false;
  }

  private long indexOf(Handle self, Arguments a) {
    long length = js.length(self.get());
    if (length == 0) {
      return -1;
    }
    for (long k = js.relativeIndex(a.get(1), length, 0); k < length; k++) {
      long value = js.element(self.get(), k);
      if (value != Values.HOLE && js.strictEquals(value, a.get(0))) {
        return k;
      }
    }
    return -1;
  }

  private long lastIndexOf(Handle self, Arguments a) {
    long length = js.length(self.get());
    if (length == 0) {
      return -1;
    }
    double from = a.count() > 1 ? js.toInteger(a.get(1)) : length - 1;
    double start = from >= 0 ? Math.min(from, length - 1) : length + from;
    for (long k = (long) start; k >= 0; k--) {
      long value = js.element(self.get(), k);
      if (value != Values.HOLE && js.strictEquals(value, a.get(0))) {
        return k;
      }
    }
    return -1;
  }

  private long join(Handle self, long separator) {
    long length = js.length(self.get());
    long between = separator == Values.UNDEFINED ? vm.strings().ofChar(',') : js.toStringValue(separator);
    if (length == 1 && js.isArray(self.get())) {
      // Machine code does not ask whether this happens within the array's own join either.
      long only = vm.objects().ownRaw(self.get(), PropertyKey.ofIndex(0));
      if (Strings.isString(only)) {
        return only;
      }
    }
    return arrays.joined(self.get(), length, between, false);
  }

  private long toLocaleString(Handle self) {
    return arrays.joined(self.get(), js.length(self.get()), vm.strings().ofChar(','), true);
  }

  private long toStringOrJoin(Handle self) {
    long join = js.get(self.get(), js.names().join);
    if (js.isCallable(join)) {
      return vm.call(join, self.get());
    }
    return vm.call(builtins.objectToString(), self.get());
  }

  private long slice(HandleScope scope, Handle self, Arguments a) {
    long length = js.length(self.get());
    long start = js.relativeIndex(a.get(0), length, 0);
    long end = js.relativeIndex(a.get(1), length, length);
    long count = Math.max(0, end - start);
    if (arrays.speciesIsArray(self.get()) && DenseElements.isDense(vm, self.get()) && Objects.arrayLength(self.get()) >= start + count) {
      return DenseElements.copy(vm, self.get(), start, count);
    }
    Handle result = scope.hold(arrays.speciesCreate(self.get(), count));
    long next = 0;
    for (long k = start; k < end; k++, next++) {
      long value = js.element(self.get(), k);
      if (value != Values.HOLE) {
        js.createIndex(result.get(), next, value);
      }
    }
    js.setLength(result.get(), next);
    return result.get();
  }

  private long toReversed(HandleScope scope, Handle self) {
    int length = arrays.newLength(js.length(self.get()));
    Handle result = scope.hold(js.newArray(length));
    for (int k = 0; k < length; k++) {
      js.createIndex(result.get(), k, js.getIndex(self.get(), length - 1L - k));
    }
    return result.get();
  }

  private long with(Handle self, Arguments a) {
    long length = js.length(self.get());
    double relative = js.toInteger(a.get(0));
    double index = relative >= 0 ? relative : length + relative;
    if (!(index >= 0 && index < length)) {
      throw vm.rangeError("Invalid index : " + js.describe().number(relative));
    }
    arrays.newLength(length);
    try (RootedValues values = builtins.rootedValues()) {
      for (long k = 0; k < length; k++) {
        values.add(k == (long) index ? a.get(1) : js.getIndex(self.get(), k));
      }
      return values.toArray();
    }
  }

  private long toSpliced(Handle self, Arguments a) {
    long length = js.length(self.get());
    long start = js.relativeIndex(a.get(0), length, 0);
    long skipped = a.count() == 0 ? 0 : a.count() == 1 ? length - start : js.clamp(js.toInteger(a.get(1)), length - start);
    int inserted = Math.max(0, a.count() - 2);
    long newLength = length + inserted - skipped;
    arrays.checkSafeLength(newLength);
    arrays.newLength(newLength);
    try (RootedValues values = builtins.rootedValues()) {
      for (long k = 0; k < start; k++) {
        values.add(js.getIndex(self.get(), k));
      }
      for (int i = 0; i < inserted; i++) {
        values.add(a.get(i + 2));
      }
      for (long k = start + skipped; k < length; k++) {
        values.add(js.getIndex(self.get(), k));
      }
      return values.toArray();
    }
  }
}
