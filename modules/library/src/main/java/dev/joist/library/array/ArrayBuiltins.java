package dev.joist.library.array;

import dev.joist.library.async.ArrayFromAsync;
import dev.joist.library.async.Promises;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.Natives;
import dev.joist.library.iterator.ArrayIterators;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.MachineNative;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.spi.value.Values;
import java.util.function.Supplier;

/** The Array constructor; puts Array.prototype together. */
public final class ArrayBuiltins extends Natives {
  private static final String MEMBERS = "from/1, fromAsync/1, isArray/1, of/0, get @@species";
  private static final String UNSCOPABLES = "at copyWithin entries fill find findIndex findLast findLastIndex flat flatMap includes keys "
      + "toReversed toSorted toSpliced values";

  /** A new array of such a length gets room for its elements. */
  private static final int MOST_RESERVED = 62;

  private final ArrayOperations arrays;
  private final Supplier<Promises> promises;

  private ArrayBuiltins(Builtins builtins, Supplier<Promises> promises) {
    super(builtins);
    this.promises = promises;
    arrays = new ArrayOperations(builtins);
  }

  /**
   * Defines Array's prototype and makes the constructor.
   *
   * @param promises asked only when a program needs one
   */
  public static long define(Builtins builtins, Supplier<Promises> promises) {
    ArrayIterators.define(builtins);
    ArrayBuiltins array = new ArrayBuiltins(builtins, promises);
    long prototype = builtins.vm().realm(Intrinsic.ARRAY_PROTOTYPE);
    long constructor = builtins.define().constructor("Array", 1, array, prototype);
    builtins.define().members(constructor, MEMBERS, array);
    array.arrays.noteSpecies(constructor);
    builtins.define().members(prototype, ArrayAccess.MEMBERS, new ArrayAccess(builtins, array.arrays));
    builtins.define().members(prototype, ArrayMutators.MEMBERS, new ArrayMutators(builtins, array.arrays));
    builtins.define().members(prototype, ArrayIteration.MEMBERS, new ArrayIteration(builtins, array.arrays));
    builtins.define().members(prototype, ArraySorting.MEMBERS, new ArraySorting(builtins, array.arrays));
    builtins.define().members(prototype, ArrayIteratorMethods.MEMBERS, new ArrayIteratorMethods(builtins));
    builtins.vm().realm().set(Intrinsic.ARRAY_VALUES, builtins.js().get(prototype, builtins.js().names().values));
    array.defineUnscopables(prototype);
    return constructor;
  }

  private void defineUnscopables(long prototype) {
    long unscopables = js.newObject(Values.NULL);
    for (String name : UNSCOPABLES.split(" ")) {
      js.createDataProperty(unscopables, vm.strings().key(name), Values.TRUE);
    }
    builtins.define().value(prototype, builtins.symbols().unscopables(), unscopables, "c");
  }

  @Override
  protected MachineNative machine(String member) {
    return switch (member) {
      case "Array" -> MachineNative.ARRAY;
      case "isArray" -> MachineNative.ARRAY_IS_ARRAY;
      default -> null;
    };
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "Array" -> construct(a);
      case "from" -> from(a);
      case "fromAsync" -> ArrayFromAsync.start(builtins, promises.get(), a);
      case "isArray" -> Values.bool(js.isArray(a.get(0)));
      case "of" -> of(a);
      case "get @@species" -> a.thisValue();
      default -> throw unknown(member);
    };
  }

  private long construct(Arguments a) {
    long prototype = js.prototypeFor(a, builtins.vm().realm(Intrinsic.ARRAY_PROTOTYPE));
    boolean sized = a.count() == 1 && Values.isNumber(a.get(0));
    double length = sized ? Values.asNumber(a.get(0)) : a.count();
    if (length < 0 || length != (double) (long) length || length > 4294967295.0) {
      throw vm.rangeError("Invalid array length");
    }
    // As the machine code does: so its next call finds room for such elements.
    long array = js.newArray(length <= MOST_RESERVED ? (long) length : 0);
    if (prototype != vm.realm(Intrinsic.ARRAY_PROTOTYPE)) {
      js.setPrototype(array, prototype);
    }
    if (sized) {
      js.setLength(array, (long) length);
      return array;
    }
    for (int i = 0; i < a.count(); i++) {
      js.createIndex(array, i, a.get(i));
    }
    return array;
  }

  private long createLike(long constructor, boolean withLength, long length) {
    if (!js.isConstructor(constructor)) {
      return withLength ? arrays.create(length) : js.newArray(0);
    }
    return withLength ? vm.construct(constructor, constructor, vm.number(length)) : vm.construct(constructor, constructor);
  }

  private long of(Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle result = scope.hold(createLike(a.thisValue(), true, a.count()));
      for (int i = 0; i < a.count(); i++) {
        js.createIndex(result.get(), i, a.get(i));
      }
      js.setLength(result.get(), a.count());
      return result.get();
    }
  }

  private long from(Arguments a) {
    boolean mapping = a.get(1) != Values.UNDEFINED;
    if (mapping) {
      js.requireCallable(a.get(1));
    }
    if (Values.isNullish(a.get(0))) {
      throw vm.typeError((a.get(0) == Values.NULL ? "object null" : "undefined")
          + " is not iterable (cannot read property Symbol(Symbol.iterator))");
    }
    long method = js.getMethod(a.get(0), builtins.symbols().iterator());
    try (HandleScope scope = vm.heap().openScope()) {
      return method != Values.UNDEFINED ? fromIterable(scope, a, method, mapping) : fromArrayLike(scope, a, mapping);
    }
  }

  private long fromIterable(HandleScope scope, Arguments a, long method, boolean mapping) {
    scope.hold(method);
    Handle result = scope.hold(createLike(a.thisValue(), false, 0));
    JsIterator iterator = JsIterator.openWith(builtins, scope, a.get(0), method);
    long k = 0;
    while (iterator.step()) {
      try {
        long value = mapping ? vm.call(a.get(1), a.get(2), iterator.value(), vm.number(k)) : iterator.value();
        js.createIndex(result.get(), k, value);
      } catch (JsThrow _) {
        throw iterator.abort();
      }
      k++;
    }
    js.setLength(result.get(), k);
    return result.get();
  }

  private long fromArrayLike(HandleScope scope, Arguments a, boolean mapping) {
    Handle source = scope.hold(js.toObject(a.get(0)));
    long length = js.length(source.get());
    Handle result = scope.hold(createLike(a.thisValue(), true, length));
    for (long k = 0; k < length; k++) {
      long value = js.getIndex(source.get(), k);
      js.createIndex(result.get(), k, mapping ? vm.call(a.get(1), a.get(2), value, vm.number(k)) : value);
    }
    js.setLength(result.get(), length);
    return result.get();
  }
}
