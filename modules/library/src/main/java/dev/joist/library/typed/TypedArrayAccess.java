package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.operations.ArrayIterator;
import dev.joist.runtime.operations.ArrayIterator.Kind;
import dev.joist.runtime.vm.Arguments;
import dev.joist.spi.value.Values;

/** %TypedArray%.prototype's accessors and methods that read. */
final class TypedArrayAccess extends Natives {
  static final String MEMBERS = "get buffer, get byteLength, get byteOffset, get length, get @@toStringTag, entries/0, keys/0, values/0, "
      + "@@iterator = values, at/1, includes/1, indexOf/1, join/1, lastIndexOf/1, slice/2, subarray/2, toLocaleString/0, toReversed/0, with/2";

  private final TypedArrays arrays;

  TypedArrayAccess(Builtins builtins, TypedArrays arrays) {
    super(builtins);
    this.arrays = arrays;
  }

  @Override
  protected long call(Arguments a, String member) {
    if (member.equals("get @@toStringTag")) {
      return js.payload(a.thisValue()) instanceof TypedArrayView view ? vm.strings().fromJava(view.type().typeName() + "Array") : Values.UNDEFINED;
    }
    if (member.startsWith("get ") && !TypedArrays.isTypedArray(a.thisValue())) {
      throw vm.typeError("Method get TypedArray.prototype." + member.substring(4) + " called on incompatible receiver "
          + (js.isObject(a.thisValue()) ? "[object Object]" : js.describe(a.thisValue())));
    }
    TypedArrayView view = arrays.view(a.thisValue());
    return switch (member) {
      case "get buffer" -> view.bufferObject();
      case "get byteLength" -> vm.number(view.length() * view.type().bytes());
      case "get byteOffset" -> vm.number(view.byteOffset());
      case "get length" -> vm.number(view.length());
      case "entries" -> ArrayIterator.create(vm, a.thisValue(), Kind.ENTRIES);
      case "keys" -> ArrayIterator.create(vm, a.thisValue(), Kind.KEYS);
      case "values" -> ArrayIterator.create(vm, a.thisValue(), Kind.VALUES);
      case "at" -> at(view, a);
      case "includes" -> Values.bool(indexOf(view, a, true) >= 0);
      case "indexOf" -> vm.number(indexOf(view, a, false));
      case "join" -> join(view, a.get(0) == Values.UNDEFINED ? "," : js.toText(a.get(0)));
      case "lastIndexOf" -> lastIndexOf(view, a);
      case "slice" -> slice(view, a);
      case "subarray" -> subarray(view, a);
      case "toLocaleString" -> toLocaleString(a);
      case "toReversed" -> toReversed(view);
      case "with" -> with(view, a);
      default -> throw unknown(member);
    };
  }

  private long at(TypedArrayView view, Arguments a) {
    double relative = js.toInteger(a.get(0));
    double index = relative >= 0 ? relative : view.length() + relative;
    return index >= 0 && index < view.length() ? view.get((long) index) : Values.UNDEFINED;
  }

  private long indexOf(TypedArrayView view, Arguments a, boolean findsNaN) {
    for (long k = js.relativeIndex(a.get(1), view.length(), 0); k < view.length(); k++) {
      long value = view.get(k);
      if (findsNaN ? js.sameValueZero(value, a.get(0)) : js.strictEquals(value, a.get(0))) {
        return k;
      }
    }
    return -1;
  }

  private long lastIndexOf(TypedArrayView view, Arguments a) {
    double from = a.count() > 1 ? js.toInteger(a.get(1)) : view.length() - 1.0;
    double start = from >= 0 ? Math.min(from, view.length() - 1.0) : view.length() + from;
    for (long k = (long) start; k >= 0; k--) {
      if (js.strictEquals(view.get(k), a.get(0))) {
        return vm.number(k);
      }
    }
    return Values.int32(-1);
  }

  private long join(TypedArrayView view, String separator) {
    StringBuilder out = new StringBuilder();
    for (long k = 0; k < view.length(); k++) {
      out.append(k > 0 ? separator : "").append(js.describe().number(Values.asNumber(view.get(k))));
      js.checkStringLength(out.length());
    }
    return vm.strings().fromJava(out.toString());
  }

  private long toLocaleString(Arguments a) {
    TypedArrayView view = arrays.view(a.thisValue());
    StringBuilder out = new StringBuilder();
    for (long k = 0; k < view.length(); k++) {
      out.append(k > 0 ? "," : "").append(js.toText(js.invoke(view.get(k), js.names().toLocaleString)));
    }
    return vm.strings().fromJava(out.toString());
  }

  private long slice(TypedArrayView view, Arguments a) {
    long start = js.relativeIndex(a.get(0), view.length(), 0);
    long end = js.relativeIndex(a.get(1), view.length(), view.length());
    long count = Math.max(0, end - start);
    try (HandleScope scope = vm.heap().openScope()) {
      Handle result = scope.hold(arrays.speciesCreate(a.thisValue(), count));
      TypedArrayView target = arrays.view(result.get());
      if (target.type() == view.type()) {
        Memory.copy(view.at(start), target.at(0), count * view.type().bytes());
      } else {
        for (long k = 0; k < count; k++) {
          target.put(k, Values.asNumber(view.get(start + k)));
        }
      }
      return result.get();
    }
  }

  private long subarray(TypedArrayView view, Arguments a) {
    long start = js.relativeIndex(a.get(0), view.length(), 0);
    long end = js.relativeIndex(a.get(1), view.length(), view.length());
    long count = Math.max(0, end - start);
    long offset = view.byteOffset() + start * view.type().bytes();
    long constructor = js.get(a.thisValue(), js.names().constructor);
    if (constructor == arrays.constructor(view.type())) {
      return arrays.on(view.type(), arrays.prototype(view.type()), view.bufferObject(), view.buffer(), offset, count);
    }
    long species = js.get(constructor, builtins.symbols().species());
    return vm.construct(species, species, view.bufferObject(), vm.number(offset), vm.number(count));
  }

  private long toReversed(TypedArrayView view) {
    long result = arrays.create(view.type(), arrays.prototype(view.type()), view.length());
    TypedArrayView target = arrays.view(result);
    for (long k = 0; k < view.length(); k++) {
      target.put(k, Values.asNumber(view.get(view.length() - 1 - k)));
    }
    return result;
  }

  private long with(TypedArrayView view, Arguments a) {
    double relative = js.toInteger(a.get(0));
    double index = relative >= 0 ? relative : view.length() + relative;
    double number = js.toNumber(a.get(1));
    if (!(index >= 0 && index < view.length())) {
      throw vm.rangeError("Invalid typed array index");
    }
    long result = arrays.create(view.type(), arrays.prototype(view.type()), view.length());
    TypedArrayView target = arrays.view(result);
    Memory.copy(view.at(0), target.at(0), view.length() * view.type().bytes());
    target.put((long) index, number);
    return result;
  }
}
