package dev.joist.library.array;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.library.core.Root;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.Arrays;

/** What several of Array's methods need. */
final class ArrayOperations {
  static final long MAX_SAFE_LENGTH = (1L << 53) - 1;
  private static final int BATCH = 1024;
  private static final long MAX_ARRAY_LENGTH = (1L << 32) - 1;

  private final Builtins builtins;
  private final Vm vm;
  private final Js js;
  /** The objects that are being joined, outermost first: one within itself is joined as nothing. */
  private long[] joining = new long[8];
  private int joiningCount;
  private Root arrayConstructor;
  private Root species;

  ArrayOperations(Builtins builtins) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
  }

  /** Remembers how Array[Symbol.species] is before any program can change it; asking it then answers Array. */
  void noteSpecies(long constructor) {
    arrayConstructor = builtins.root(constructor);
    species = builtins.root(vm.objects().ownRaw(constructor, builtins.symbols().species()));
  }

  /** Whether ArraySpeciesCreate gives an Array for this object and asks nobody: it is one without properties of its own, and nothing has been replaced. */
  boolean speciesIsArray(long original) {
    return js.isArray(original) && vm.shapes().of(Values.address(original)) == vm.objects().factory().arrayShape()
        && vm.objects().ownRaw(vm.realm(Intrinsic.ARRAY_PROTOTYPE), js.names().constructor) == arrayConstructor.get()
        && vm.objects().ownRaw(arrayConstructor.get(), builtins.symbols().species()) == species.get();
  }

  /** ArraySpeciesCreate: an Array of the given length unless the original's constructor asks for something else. */
  long speciesCreate(long original, long length) {
    if (!js.isArray(original) || speciesIsArray(original)) {
      return create(length);
    }
    long constructor = js.get(original, js.names().constructor);
    if (constructor == arrayConstructor.get() && vm.objects().ownRaw(constructor, builtins.symbols().species()) == species.get()) {
      return create(length);
    }
    if (js.isObject(constructor)) {
      constructor = js.get(constructor, builtins.symbols().species());
      if (constructor == Values.NULL) {
        constructor = Values.UNDEFINED;
      }
    }
    if (constructor == Values.UNDEFINED) {
      return create(length);
    }
    if (!js.isConstructor(constructor)) {
      throw vm.typeError("object.constructor[Symbol.species] is not a constructor");
    }
    return vm.construct(constructor, constructor, vm.number(length));
  }

  /** A new Array with this length, all holes. */
  long create(long length) {
    if (length > MAX_ARRAY_LENGTH) {
      throw vm.rangeError("Invalid array length");
    }
    return js.newArrayOfLength(length);
  }

  /** The length as that of a new dense array; RangeError when no Array is so long. */
  int newLength(long length) {
    if (length > MAX_ARRAY_LENGTH) {
      throw vm.rangeError("Invalid array length");
    }
    return (int) Math.min(length, Integer.MAX_VALUE);
  }

  void checkSafeLength(long length) {
    if (length > MAX_SAFE_LENGTH) {
      throw vm.typeError("Invalid array length");
    }
  }

  boolean isConcatSpreadable(long value) {
    if (!js.isObject(value)) {
      return false;
    }
    long spreadable = js.get(value, builtins.symbols().isConcatSpreadable());
    return spreadable != Values.UNDEFINED ? js.toBoolean(spreadable) : js.isArray(value);
  }

  /** The elements' texts; null and undefined are empty, and so is an object that is being joined already. */
  long joined(long self, long length, long separator, boolean locale) {
    for (int i = 0; i < joiningCount; i++) {
      if (joining[i] == self) {
        return vm.strings().empty();
      }
    }
    if (joiningCount == joining.length) {
      joining = Arrays.copyOf(joining, 2 * joiningCount);
    }
    joining[joiningCount++] = self;
    builtins.enterNested();
    try {
      return joinedElements(self, length, separator, locale);
    } finally {
      builtins.leaveNested();
      joiningCount--;
    }
  }

  /** What many elements make is a rope of what {@link #BATCH} of them do. */
  private long joinedElements(long self, long length, long separator, boolean locale) {
    try (HandleScope scope = vm.heap().openScope(); RootedValues texts = builtins.rootedValues()) {
      Handle between = scope.hold(separator);
      Handle result = scope.hold(vm.strings().empty());
      for (long k = 0; k < length; k++) {
        texts.add(elementText(js.getIndex(self, k), locale));
        if (texts.size() == BATCH || k == length - 1) {
          long joined = vm.strings().join(between.get(), texts.copy());
          result.set(k < BATCH ? joined : vm.strings().concat(vm.strings().concat(result.get(), between.get()), joined));
          texts.clear();
        }
      }
      return result.get();
    }
  }

  private long elementText(long element, boolean locale) {
    if (Values.isNullish(element)) {
      return vm.strings().empty();
    }
    return js.toStringValue(locale ? js.invoke(element, js.names().toLocaleString) : element);
  }
}
