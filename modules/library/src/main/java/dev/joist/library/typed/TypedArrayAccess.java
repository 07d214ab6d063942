package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
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
    return switch (member) {
      case "get buffer" -> arrays.anyView(a.thisValue()).bufferObject();
      case "get byteLength" -> {
        TypedArrayView view = arrays.anyView(a.thisValue());
        yield vm.number(view.length() * view.type().bytes());
      }
      case "get byteOffset" -> {
        TypedArrayView view = arrays.anyView(a.thisValue());
        yield vm.number(view.isOutOfBounds() ? 0 : view.byteOffset());
      }
      case "get length" -> vm.number(arrays.anyView(a.thisValue()).length());
      case "subarray" -> subarray(arrays.anyView(a.thisValue()), a);
      default -> inBounds(arrays.view(a.thisValue()), a, member);
    };
  }

  private long inBounds(TypedArrayView view, Arguments a, String member) {
    return switch (member) {
      case "entries" -> ArrayIterator.create(vm, a.thisValue(), Kind.ENTRIES);
      case "keys" -> ArrayIterator.create(vm, a.thisValue(), Kind.KEYS);
      case "values" -> ArrayIterator.create(vm, a.thisValue(), Kind.VALUES);
      case "at" -> at(view, a);
      case "includes" -> Values.bool(includes(view, a));
      case "indexOf" -> indexOf(view, a);
      case "join" -> join(view, view.length(), a.get(0) == Values.UNDEFINED ? "," : js.toText(a.get(0)));
      case "lastIndexOf" -> lastIndexOf(view, a);
      case "slice" -> slice(view, a);
      case "toLocaleString" -> toLocaleString(view);
      case "toReversed" -> toReversed(view);
      case "with" -> with(view, a);
      default -> throw unknown(member);
    };
  }

  private long at(TypedArrayView view, Arguments a) {
    long length = view.length();
    double relative = js.toInteger(a.get(0));
    double index = relative >= 0 ? relative : length + relative;
    return index >= 0 && index < length ? view.element((long) index) : Values.UNDEFINED;
  }

  private boolean includes(TypedArrayView view, Arguments a) {
    long length = view.length();
    for (long k = length == 0 ? 0 : js.relativeIndex(a.get(1), length, 0); k < length; k++) {
      if (js.sameValueZero(view.element(k), a.get(0))) {
        return true;
      }
    }
    return false;
  }

  private long indexOf(TypedArrayView view, Arguments a) {
    for (long k = view.length() == 0 ? 0 : js.relativeIndex(a.get(1), view.length(), 0); k < view.length(); k++) {
      if (js.strictEquals(view.get(k), a.get(0))) {
        return vm.number(k);
      }
    }
    return Values.int32(-1);
  }

  private long lastIndexOf(TypedArrayView view, Arguments a) {
    long length = view.length();
    double from = a.count() > 1 && length > 0 ? js.toInteger(a.get(1)) : length - 1.0;
    double start = from >= 0 ? Math.min(from, length - 1.0) : length + from;
    for (long k = Math.min((long) start, view.length() - 1); k >= 0; k--) {
      if (js.strictEquals(view.get(k), a.get(0))) {
        return vm.number(k);
      }
    }
    return Values.int32(-1);
  }

  /** Elements that are gone because the separator's conversion did that are empty. */
  private long join(TypedArrayView view, long length, String separator) {
    StringBuilder out = new StringBuilder();
    for (long k = 0; k < length; k++) {
      out.append(k > 0 ? separator : "").append(k < view.length() ? js.describe().number(Values.asNumber(view.get(k))) : "");
      js.checkStringLength(out.length());
    }
    return vm.strings().fromJava(out.toString());
  }

  private long toLocaleString(TypedArrayView view) {
    StringBuilder out = new StringBuilder();
    for (long k = 0, length = view.length(); k < length; k++) {
      out.append(k > 0 ? "," : "").append(k < view.length() ? js.toText(js.invoke(view.get(k), js.names().toLocaleString)) : "");
    }
    return vm.strings().fromJava(out.toString());
  }

  private long slice(TypedArrayView view, Arguments a) {
    long length = view.length();
    long start = js.relativeIndex(a.get(0), length, 0);
    long end = js.relativeIndex(a.get(1), length, length);
    long count = Math.max(0, end - start);
    try (HandleScope scope = vm.heap().openScope()) {
      Handle result = scope.hold(arrays.speciesCreate(a.thisValue(), count));
      if (count > 0) {
        arrays.requireInBounds(view);
        TypedArrayView target = arrays.anyView(result.get());
        long left = Math.min(end, view.length()) - start;
        if (left > 0) {
          arrays.copy(view, start, target, Math.min(left, target.length()));
        }
      }
      return result.get();
    }
  }

  private long subarray(TypedArrayView view, Arguments a) {
    long length = view.length();
    long start = js.relativeIndex(a.get(0), length, 0);
    boolean tracking = view.isTracking() && a.get(1) == Values.UNDEFINED;
    long end = js.relativeIndex(a.get(1), length, length);
    long count = Math.max(0, end - start);
    long offset = view.byteOffset() + start * view.type().bytes();
    long species = js.speciesConstructor(a.thisValue(), arrays.constructor(view.type()));
    long created = tracking ? vm.construct(species, species, view.bufferObject(), vm.number(offset))
        : vm.construct(species, species, view.bufferObject(), vm.number(offset), vm.number(count));
    arrays.view(created);
    return created;
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
    long length = view.length();
    double relative = js.toInteger(a.get(0));
    double index = relative >= 0 ? relative : length + relative;
    double number = js.toNumber(a.get(1));
    if (!(index >= 0 && index < view.length())) {
      throw vm.rangeError("Invalid typed array index");
    }
    long result = arrays.create(view.type(), arrays.prototype(view.type()), length);
    TypedArrayView target = arrays.view(result);
    for (long k = 0; k < length; k++) {
      target.put(k, k == index ? number : js.toNumber(view.element(k)));
    }
    return result;
  }
}
