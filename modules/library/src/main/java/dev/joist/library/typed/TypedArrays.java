package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;

/** What the families of typed arrays' functions share. */
final class TypedArrays {
  private final Builtins builtins;
  private final Vm vm;
  private final Js js;

  TypedArrays(Builtins builtins) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
  }

  /** The view of a typed array; TypeError of anything else. */
  TypedArrayView view(long value) {
    if (js.payload(value) instanceof TypedArrayView view) {
      return view;
    }
    throw vm.typeError("this is not a typed array.");
  }

  /** A new typed array on a new buffer, all zeros. */
  long create(ElementType type, long prototype, double length) {
    if (!(length * type.bytes() <= BufferContent.LONGEST)) {
      throw vm.rangeError("Invalid typed array length: " + js.describe().number(length));
    }
    long buffer = ArrayBufferBuiltins.create(builtins, length * type.bytes());
    return on(type, prototype, buffer, (BufferContent) js.payload(buffer), 0, (long) length);
  }

  /** A new typed array on a buffer. */
  long on(ElementType type, long prototype, long bufferObject, BufferContent buffer, long byteOffset, long length) {
    TypedArrayView view = new TypedArrayView(vm, type, bufferObject, buffer, byteOffset, length);
    return vm.objects().factory().newHost(CellKind.TYPED_ARRAY, prototype, view);
  }

  /** The constructor of a type's arrays, the original. */
  long constructor(ElementType type) {
    return builtins.global(type.typeName() + "Array");
  }

  long prototype(ElementType type) {
    return js.get(constructor(type), js.names().prototype);
  }

  /** TypedArraySpeciesCreate with a length; the caller keeps the original alive. */
  long speciesCreate(long original, long length) {
    TypedArrayView view = view(original);
    long constructor = js.get(original, js.names().constructor);
    long species = constructor == Values.UNDEFINED ? Values.UNDEFINED : js.get(constructor, builtins.symbols().species());
    if (Values.isNullish(species) || species == constructor(view.type())) {
      return create(view.type(), prototype(view.type()), length);
    }
    return createWith(species, length);
  }

  /** TypedArrayCreateFromCtor with a length. */
  long createWith(long constructor, long length) {
    if (!js.isConstructor(constructor)) {
      throw vm.typeError(js.describe(constructor) + " is not a constructor");
    }
    long created = vm.construct(constructor, constructor, vm.number(length));
    if (view(created).length() < length) {
      throw vm.typeError("Derived TypedArray constructor created an array which was too small");
    }
    return created;
  }

  /** Takes an iterable's or array-like object's values. */
  void collect(RootedValues values, long source, long iteratorMethod) {
    if (iteratorMethod == Values.UNDEFINED) {
      js.listFromArrayLike(values, source);
      return;
    }
    try (HandleScope scope = vm.heap().openScope()) {
      JsIterator iterator = JsIterator.openWith(builtins, scope, source, iteratorMethod);
      while (iterator.step()) {
        values.add(iterator.value());
      }
    }
  }

  static boolean isTypedArray(long value) {
    return Objects.isObject(value) && Objects.kind(value) == CellKind.TYPED_ARRAY;
  }
}
