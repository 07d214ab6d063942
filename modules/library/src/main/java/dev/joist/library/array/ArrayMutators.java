package dev.joist.library.array;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.MachineNative;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.Objects;
import dev.joist.spi.value.Values;

/** Array.prototype's methods that change the array. */
final class ArrayMutators extends Natives {
  static final String MEMBERS = "copyWithin/2, fill/1, pop/0, push/1, reverse/0, shift/0, splice/2, unshift/1";

  private static final long MOST_ELEMENTS = 0xFFFF_FFFFL;

  private final ArrayOperations arrays;

  ArrayMutators(Builtins builtins, ArrayOperations arrays) {
    super(builtins);
    this.arrays = arrays;
  }

  @Override
  protected MachineNative machine(String member) {
    return switch (member) {
      case "pop" -> MachineNative.ARRAY_POP;
      case "push" -> MachineNative.ARRAY_PUSH;
      default -> null;
    };
  }

  @Override
  protected long call(Arguments a, String member) {
    if (member.equals("push") && DenseElements.isPlain(vm, a.thisValue()) && Objects.arrayLength(a.thisValue()) + a.count() <= MOST_ELEMENTS) {
      return pushPlain(a);
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle self = scope.hold(js.toObject(a.thisValue()));
      return switch (member) {
        case "copyWithin" -> copyWithin(self, a);
        case "fill" -> fill(self, a);
        case "pop" -> pop(scope, self);
        case "push" -> push(self, a);
        case "reverse" -> reverse(scope, self);
        case "shift" -> shift(scope, self);
        case "splice" -> splice(scope, self, a);
        case "unshift" -> unshift(self, a);
        default -> throw unknown(member);
      };
    }
  }

  private long pushPlain(Arguments a) {
    long self = a.thisValue();
    for (int i = 0; i < a.count(); i++) {
      vm.objects().push(self, a.get(i));
    }
    return vm.number(js.length(self));
  }

  private long push(Handle self, Arguments a) {
    long length = js.length(self.get());
    if (length + a.count() > ArrayOperations.MAX_SAFE_LENGTH) {
      throw vm.typeError("Pushing " + a.count() + " elements on an array-like of length " + length
          + " is disallowed, as the total surpasses 2**53-1");
    }
    for (int i = 0; i < a.count(); i++) {
      js.setIndex(self.get(), length + i, a.get(i));
    }
    js.setLength(self.get(), length + a.count());
    return vm.number(length + a.count());
  }

  private long pop(HandleScope scope, Handle self) {
    long length = js.length(self.get());
    if (length == 0) {
      js.setLength(self.get(), 0);
      return Values.UNDEFINED;
    }
    Handle last = scope.hold(js.getIndex(self.get(), length - 1));
    js.deleteIndex(self.get(), length - 1);
    js.setLength(self.get(), length - 1);
    return last.get();
  }

  private long shift(HandleScope scope, Handle self) {
    long length = js.length(self.get());
    if (length == 0) {
      js.setLength(self.get(), 0);
      return Values.UNDEFINED;
    }
    if (DenseElements.isDense(vm, self.get())) {
      return DenseElements.remove(self.get(), 0, 1);
    }
    Handle first = scope.hold(js.getIndex(self.get(), 0));
    for (long k = 1; k < length; k++) {
      moveElement(self.get(), k, k - 1);
    }
    js.deleteIndex(self.get(), length - 1);
    js.setLength(self.get(), length - 1);
    return first.get();
  }

  private void moveElement(long self, long from, long to) {
    long value = js.element(self, from);
    if (value == Values.HOLE) {
      js.deleteIndex(self, to);
    } else {
      js.setIndex(self, to, value);
    }
  }

  private long unshift(Handle self, Arguments a) {
    long length = js.length(self.get());
    int count = a.count();
    if (count > 0) {
      arrays.checkSafeLength(length + count);
      for (long k = length - 1; k >= 0; k--) {
        moveElement(self.get(), k, k + count);
      }
      for (int i = 0; i < count; i++) {
        js.setIndex(self.get(), i, a.get(i));
      }
    }
    js.setLength(self.get(), length + count);
    return vm.number(length + count);
  }

  private long reverse(HandleScope scope, Handle self) {
    long length = js.length(self.get());
    Handle low = scope.hold(Values.UNDEFINED);
    for (long lower = 0, upper = length - 1; lower < upper; lower++, upper--) {
      low.set(js.element(self.get(), lower));
      long high = js.element(self.get(), upper);
      store(self.get(), lower, high);
      store(self.get(), upper, low.get());
    }
    return self.get();
  }

  private void store(long self, long index, long valueOrHole) {
    if (valueOrHole == Values.HOLE) {
      js.deleteIndex(self, index);
    } else {
      js.setIndex(self, index, valueOrHole);
    }
  }

  private long fill(Handle self, Arguments a) {
    long length = js.length(self.get());
    long start = js.relativeIndex(a.get(1), length, 0);
    long end = js.relativeIndex(a.get(2), length, length);
    for (long k = start; k < end; k++) {
      js.setIndex(self.get(), k, a.get(0));
    }
    return self.get();
  }

  private long copyWithin(Handle self, Arguments a) {
    long length = js.length(self.get());
    long to = js.relativeIndex(a.get(0), length, 0);
    long from = js.relativeIndex(a.get(1), length, 0);
    long end = js.relativeIndex(a.get(2), length, length);
    long count = Math.min(end - from, length - to);
    if (from < to && to < from + count) {
      for (long k = count - 1; k >= 0; k--) {
        moveElement(self.get(), from + k, to + k);
      }
    } else {
      for (long k = 0; k < count; k++) {
        moveElement(self.get(), from + k, to + k);
      }
    }
    return self.get();
  }

  private long splice(HandleScope scope, Handle self, Arguments a) {
    long length = js.length(self.get());
    long start = js.relativeIndex(a.get(0), length, 0);
    int inserted = Math.max(0, a.count() - 2);
    long removed = a.count() == 0 ? 0 : a.count() == 1 ? length - start : js.clamp(js.toInteger(a.get(1)), length - start);
    arrays.checkSafeLength(length + inserted - removed);
    Handle result = scope.hold(arrays.speciesCreate(self.get(), removed));
    for (long k = 0; k < removed; k++) {
      long value = js.element(self.get(), start + k);
      if (value != Values.HOLE) {
        js.createIndex(result.get(), k, value);
      }
    }
    js.setLength(result.get(), removed);
    if (inserted < removed) {
      closeGap(self, start, length, inserted, removed);
    } else if (inserted > removed) {
      for (long k = length - removed - 1; k >= start; k--) {
        moveElement(self.get(), k + removed, k + inserted);
      }
    }
    for (int i = 0; i < inserted; i++) {
      js.setIndex(self.get(), start + i, a.get(i + 2));
    }
    js.setLength(self.get(), length - removed + inserted);
    return result.get();
  }

  private void closeGap(Handle self, long start, long length, long inserted, long removed) {
    if (inserted == 0 && DenseElements.isDense(vm, self.get()) && js.length(self.get()) == length) {
      DenseElements.remove(self.get(), start, removed);
      return;
    }
    for (long k = start; k < length - removed; k++) {
      moveElement(self.get(), k + removed, k + inserted);
    }
    for (long k = length; k > length - removed + inserted; k--) {
      js.deleteIndex(self.get(), k - 1);
    }
  }
}
