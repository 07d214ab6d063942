package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** %TypedArray% and the constructors that inherit from it. */
public final class TypedArrayBuiltins extends Natives {
  private static final String ABSTRACT = "TypedArray";
  private static final String MEMBERS = "from/1, of/0, get @@species";

  private final TypedArrays arrays;

  private TypedArrayBuiltins(Builtins builtins) {
    super(builtins);
    arrays = new TypedArrays(builtins);
  }

  /** Makes %TypedArray% and its prototype. */
  public static long defineAbstract(Builtins builtins) {
    TypedArrayBuiltins typed = new TypedArrayBuiltins(builtins);
    long prototype = builtins.js().newObject(builtins.vm().realm(Intrinsic.OBJECT_PROTOTYPE));
    long constructor = builtins.define().constructor(ABSTRACT, 0, typed, prototype);
    builtins.define().members(constructor, MEMBERS, typed);
    builtins.define().members(prototype, TypedArrayAccess.MEMBERS, new TypedArrayAccess(builtins, typed.arrays));
    builtins.define().members(prototype, TypedArrayIteration.MEMBERS, new TypedArrayIteration(builtins, typed.arrays));
    builtins.define().members(prototype, TypedArrayMutators.MEMBERS, new TypedArrayMutators(builtins, typed.arrays));
    long arrayPrototype = builtins.vm().realm(Intrinsic.ARRAY_PROTOTYPE);
    long toString = builtins.js().names().toString;
    builtins.define().value(prototype, toString, builtins.js().get(arrayPrototype, toString), "wc");
    return constructor;
  }

  /**
   * Makes the constructor of one type and its prototype.
   *
   * @param name such as Int8Array
   */
  public static long define(Builtins builtins, String name) {
    TypedArrayBuiltins typed = new TypedArrayBuiltins(builtins);
    long parent = builtins.global("%TypedArray%");
    long prototype = builtins.js().newObject(builtins.js().get(parent, builtins.js().names().prototype));
    long constructor = builtins.define().constructor(name, 3, typed, prototype, parent);
    long key = builtins.vm().strings().permanentKey("BYTES_PER_ELEMENT");
    long bytes = Values.int32(type(name).bytes());
    builtins.define().value(constructor, key, bytes, "");
    builtins.define().value(prototype, key, bytes, "");
    if (type(name) == ElementType.UINT8) {
      ByteTexts texts = new ByteTexts(builtins, typed.arrays);
      builtins.define().members(constructor, ByteTexts.MEMBERS, texts);
      builtins.define().members(prototype, ByteTexts.PROTOTYPE_MEMBERS, texts);
    }
    return constructor;
  }

  private static ElementType type(String name) {
    for (ElementType type : ElementType.values()) {
      if (name.equals(type.typeName() + "Array")) {
        return type;
      }
    }
    throw new IllegalArgumentException("no typed array " + name);
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case ABSTRACT -> throw vm.typeError("Abstract class TypedArray not directly constructable");
      case "from" -> from(a);
      case "of" -> of(a);
      case "get @@species" -> a.thisValue();
      default -> construct(a, type(member));
    };
  }

  private long construct(Arguments a, ElementType type) {
    if (!a.isConstruct()) {
      throw vm.typeError("Constructor " + type.typeName() + "Array requires 'new'");
    }
    if (!js.isObject(a.get(0))) {
      double length = js.toIndex(a.get(0), "Invalid typed array length: " + js.describe(a.get(0)));
      return arrays.create(type, js.prototypeFor(a, arrays.prototype(type)), length);
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle prototype = scope.hold(js.prototypeFor(a, arrays.prototype(type)));
      return switch (js.payload(a.get(0))) {
        case BufferContent buffer -> onBuffer(a, type, prototype.get(), buffer);
        case TypedArrayView view -> copyOf(view, type, prototype.get());
        case null, default -> fromObject(a, type, prototype.get());
      };
    }
  }

  private long onBuffer(Arguments a, ElementType type, long prototype, BufferContent buffer) {
    long offset = js.toIndex(a.get(1), "Start offset is too large:");
    if (offset % type.bytes() != 0) {
      throw vm.rangeError("start offset of " + type.typeName() + "Array should be a multiple of " + type.bytes());
    }
    boolean toEnd = a.get(2) == Values.UNDEFINED;
    long length = toEnd ? 0 : js.toIndex(a.get(2), "Invalid typed array length: " + js.describe(a.get(2)));
    if (buffer.isDetached()) {
      throw vm.typeError("Cannot perform Construct on a detached ArrayBuffer");
    }
    if (!toEnd) {
      if (offset + length * type.bytes() > buffer.length()) {
        throw vm.rangeError("Invalid typed array length: " + length);
      }
      return arrays.on(type, prototype, a.get(0), buffer, offset, length);
    }
    if (!buffer.isResizable() && buffer.length() % type.bytes() != 0) {
      throw vm.rangeError("byte length of " + type.typeName() + "Array should be a multiple of " + type.bytes());
    }
    if (offset > buffer.length()) {
      throw vm.rangeError("Start offset " + offset + " is outside the bounds of the buffer");
    }
    return arrays.on(type, prototype, a.get(0), buffer, offset,
        buffer.isResizable() ? TypedArrayView.TRACKING : (buffer.length() - offset) / type.bytes());
  }

  private long copyOf(TypedArrayView source, ElementType type, long prototype) {
    arrays.requireInBounds(source);
    long copy = arrays.create(type, prototype, source.length());
    arrays.copy(source, 0, arrays.view(copy), source.length());
    return copy;
  }

  private long fromObject(Arguments a, ElementType type, long prototype) {
    long iterator = js.getMethod(a.get(0), builtins.symbols().iterator());
    try (RootedValues values = builtins.rootedValues(); HandleScope scope = vm.heap().openScope()) {
      if (iterator != Values.UNDEFINED) {
        arrays.collect(values, a.get(0), iterator);
      }
      long length = iterator == Values.UNDEFINED ? js.length(a.get(0)) : values.size();
      Handle result = scope.hold(arrays.create(type, prototype, length));
      TypedArrayView view = arrays.view(result.get());
      for (long i = 0; i < length; i++) {
        view.put(i, js.toNumber(iterator == Values.UNDEFINED ? js.getIndex(a.get(0), i) : values.get((int) i)));
      }
      return result.get();
    }
  }

  private void requireConstructor(long value) {
    if (!js.isConstructor(value)) {
      throw vm.typeError(js.describe(value) + " is not a constructor");
    }
  }

  private long from(Arguments a) {
    requireConstructor(a.thisValue());
    boolean mapping = a.get(1) != Values.UNDEFINED;
    if (mapping) {
      js.requireCallable(a.get(1));
    }
    try (RootedValues values = builtins.rootedValues(); HandleScope scope = vm.heap().openScope()) {
      long iterator = js.getMethod(a.get(0), builtins.symbols().iterator());
      if (iterator != Values.UNDEFINED) {
        arrays.collect(values, a.get(0), iterator);
      }
      Handle source = scope.hold(iterator == Values.UNDEFINED ? js.toObject(a.get(0)) : Values.UNDEFINED);
      long length = iterator == Values.UNDEFINED ? js.length(source.get()) : values.size();
      Handle result = scope.hold(arrays.createWith(a.thisValue(), length));
      for (long i = 0; i < length; i++) {
        long value = iterator == Values.UNDEFINED ? js.getIndex(source.get(), i) : values.get((int) i);
        js.setIndex(result.get(), i, mapping ? vm.call(a.get(1), a.get(2), value, vm.number(i)) : value);
      }
      return result.get();
    }
  }

  private long of(Arguments a) {
    requireConstructor(a.thisValue());
    try (HandleScope scope = vm.heap().openScope()) {
      Handle result = scope.hold(arrays.createWith(a.thisValue(), a.count()));
      for (int i = 0; i < a.count(); i++) {
        js.setIndex(result.get(), i, a.get(i));
      }
      return result.get();
    }
  }
}
