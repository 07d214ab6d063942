package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.memory.Memory;
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
    try (HandleScope scope = vm.heap().openScope()) {
      Handle prototype = scope.hold(js.prototypeFor(a, arrays.prototype(type)));
      if (!js.isObject(a.get(0))) {
        double length = js.toInteger(a.get(0));
        if (!(length >= 0 && length <= 9007199254740991.0)) {
          throw vm.rangeError("Invalid typed array length: " + js.toText(a.get(0)));
        }
        return arrays.create(type, prototype.get(), length);
      }
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
    if (a.get(2) == Values.UNDEFINED) {
      if (buffer.length() % type.bytes() != 0) {
        throw vm.rangeError("byte length of " + type.typeName() + "Array should be a multiple of " + type.bytes());
      }
      if (offset > buffer.length()) {
        throw vm.rangeError("Start offset " + offset + " is outside the bounds of the buffer");
      }
      return arrays.on(type, prototype, a.get(0), buffer, offset, (buffer.length() - offset) / type.bytes());
    }
    long length = js.toIndex(a.get(2), "Invalid typed array length: " + js.describe(a.get(2)));
    if (offset + length * type.bytes() > buffer.length()) {
      throw vm.rangeError("Invalid typed array length: " + length);
    }
    return arrays.on(type, prototype, a.get(0), buffer, offset, length);
  }

  private long copyOf(TypedArrayView source, ElementType type, long prototype) {
    long copy = arrays.create(type, prototype, source.length());
    TypedArrayView target = arrays.view(copy);
    if (source.type() == type) {
      Memory.copy(source.at(0), target.at(0), source.length() * type.bytes());
    } else {
      for (long i = 0; i < source.length(); i++) {
        target.put(i, Values.asNumber(source.get(i)));
      }
    }
    return copy;
  }

  private long fromObject(Arguments a, ElementType type, long prototype) {
    try (RootedValues values = builtins.rootedValues(); HandleScope scope = vm.heap().openScope()) {
      arrays.collect(values, a.get(0), js.getMethod(a.get(0), builtins.symbols().iterator()));
      Handle result = scope.hold(arrays.create(type, prototype, values.size()));
      TypedArrayView view = arrays.view(result.get());
      for (int i = 0; i < values.size(); i++) {
        view.put(i, js.toNumber(values.get(i)));
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
      Handle source = scope.hold(js.toObject(a.get(0)));
      arrays.collect(values, source.get(), js.getMethod(source.get(), builtins.symbols().iterator()));
      Handle result = scope.hold(arrays.createWith(a.thisValue(), values.size()));
      for (int i = 0; i < values.size(); i++) {
        long value = mapping ? vm.call(a.get(1), a.get(2), values.get(i), Values.int32(i)) : values.get(i);
        js.setIndex(result.get(), i, value);
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
