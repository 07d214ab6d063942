package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.memory.Memory;
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

  /** ValidateTypedArray: the view of a typed array; TypeError of anything else, and when it is out of bounds. */
  TypedArrayView view(long value) {
    TypedArrayView view = anyView(value);
    requireInBounds(view);
    return view;
  }

  /** The view of a typed array, perhaps out of bounds; TypeError of anything else. */
  TypedArrayView anyView(long value) {
    if (js.payload(value) instanceof TypedArrayView view) {
      return view;
    }
    throw vm.typeError("this is not a typed array.");
  }

  void requireInBounds(TypedArrayView view) {
    if (view.isOutOfBounds()) {
      throw vm.typeError(view.buffer().isDetached() ? "Cannot perform the operation on a detached ArrayBuffer"
          : "The typed array is out of the bounds of its buffer");
    }
  }

  /** A new typed array on a new buffer, all zeros. */
  long create(ElementType type, long prototype, double length) {
    if (!(length * type.bytes() <= BufferContent.LONGEST)) {
      throw vm.rangeError("Invalid typed array length: " + js.describe().number(length));
    }
    long buffer = ArrayBufferBuiltins.create(builtins, length * type.bytes());
    return on(type, prototype, buffer, (BufferContent) js.payload(buffer), 0, (long) length);
  }

  /**
   * A new typed array on a buffer.
   *
   * @param length perhaps {@link TypedArrayView#TRACKING}
   */
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
    ElementType type = anyView(original).type();
    long species = js.speciesConstructor(original, constructor(type));
    return species == constructor(type) ? create(type, prototype(type), length) : createWith(species, length);
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

  /** IteratorToList. */
  void collect(RootedValues values, long source, long iteratorMethod) {
    try (HandleScope scope = vm.heap().openScope()) {
      JsIterator iterator = JsIterator.openWith(builtins, scope, source, iteratorMethod);
      while (iterator.step()) {
        values.add(iterator.value());
      }
    }
  }

  /** Copies elements from the beginning of one to the beginning of another. Both have so many. */
  void copy(TypedArrayView source, long from, TypedArrayView target, long count) {
    if (target.buffer() == source.buffer() && target.type() == source.type()) {
      // Byte by byte from the first on, which can be seen where they overlap.
      for (long i = 0; i < count * source.type().bytes(); i++) {
        Memory.putByte(target.at(0) + i, Memory.getByte(source.at(from) + i));
      }
      return;
    }
    if (target.type() == source.type()) {
      Memory.copy(source.at(from), target.at(0), count * source.type().bytes());
      return;
    }
    for (long k = 0; k < count; k++) {
      target.put(k, Values.asNumber(source.get(from + k)));
    }
  }

  static boolean isTypedArray(long value) {
    return Objects.isObject(value) && Objects.kind(value) == CellKind.TYPED_ARRAY;
  }
}
