package dev.joist.library.core;

import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Elements;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.operations.Comparison;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.operations.Instances;
import dev.joist.runtime.operations.Iterators;
import dev.joist.runtime.operations.PropertyAccess;
import dev.joist.runtime.operations.Wrapper;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.shape.ObjectFlags;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.string.Symbols;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Callees;
import dev.joist.runtime.vm.FunctionCode;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.WellKnownSymbol;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/**
 * The standard's abstract operations, as built-ins use them. Objects, values and keys are words; what may run JavaScript (most of what takes a
 * value that may be an object) is a safepoint.
 */
public final class Js {
  private final Vm vm;
  private final Objects objects;
  private final Names names;
  private final Describe describe;

  Js(Builtins builtins, Vm vm) {
    this.vm = vm;
    this.objects = vm.objects();
    this.names = new Names(vm.strings());
    this.describe = new Describe(builtins, vm);
  }

  public Names names() {
    return names;
  }

  /** Values in messages. */
  public Describe describe() {
    return describe;
  }

  public String describe(long value) {
    return describe.value(value);
  }

  // Types

  public boolean isObject(long value) {
    return Objects.isObject(value);
  }

  /** Reading memory at a number would end the process: whoever has a value of the program's asks first, so this never throws. */
  private static void requireObject(long value) {
    if (!Objects.isObject(value)) {
      throw new IllegalArgumentException("a built-in takes a primitive for an object");
    }
  }

  public boolean isCallable(long value) {
    return Callees.isCallable(value);
  }

  public boolean isConstructor(long value) {
    return Callees.isConstructor(vm, value);
  }

  public boolean isArray(long value) {
    return Objects.isArray(value);
  }

  /** CanBeHeldWeakly: objects, and symbols that nobody can make again. */
  public boolean canBeHeldWeakly(long value) {
    return isObject(value) || PropertyKey.isSymbol(value) && !Symbols.isRegistered(value);
  }

  public void requireCallable(long value) {
    if (!isCallable(value)) {
      throw vm.typeError(describe.value(value) + " is not a function");
    }
  }

  /** The Java payload of an object that has one; null of anything else. */
  public Object payload(long value) {
    return isObject(value) && hasPayload(Objects.kind(value)) ? objects.payload(value) : null;
  }

  private static boolean hasPayload(int kind) {
    return kind >= CellKind.HOST && kind != CellKind.ARGUMENTS && kind != CellKind.ERROR;
  }

  /** What a function object runs. */
  public FunctionCode codeOf(long function) {
    return vm.functions().ofCell(Values.address(function));
  }

  // Conversions

  public boolean toBoolean(long value) {
    return Conversions.toBoolean(vm, value);
  }

  public double toNumber(long value) {
    return Conversions.toNumber(vm, value);
  }

  public int toInt32(long value) {
    return Conversions.toInt32(vm, value);
  }

  /** ToIntegerOrInfinity; never -0. */
  public double toInteger(long value) {
    return Conversions.toInteger(vm, value);
  }

  /** ToLength. */
  public long toLength(long value) {
    return Conversions.toLength(vm, value);
  }

  /** ToIndex; RangeError with this message when it is none. */
  public long toIndex(long value, String message) {
    double integer = toInteger(value);
    if (!(integer >= 0 && integer <= 9007199254740991.0)) {
      throw vm.rangeError(message);
    }
    return (long) integer;
  }

  /** ToString, as a string's Value. */
  public long toStringValue(long value) {
    return Strings.isString(value) ? value : Conversions.toString(vm, value);
  }

  /** ToString, as Java's. */
  public String toText(long value) {
    return vm.strings().toJava(toStringValue(value));
  }

  public long toObject(long value) {
    return isObject(value) ? value : Conversions.toObject(vm, value);
  }

  /** ToObject for a method's `this`; the TypeError names the method. */
  public long toObjectFor(long value, String method) {
    if (Values.isNullish(value)) {
      throw vm.typeError(method + " called on null or undefined");
    }
    return toObject(value);
  }

  /** RequireObjectCoercible and ToString for a method's `this`. */
  public long thisText(long value, String method) {
    if (Values.isNullish(value)) {
      throw vm.typeError(method + " called on null or undefined");
    }
    return toStringValue(value);
  }

  public long toPropertyKey(long value) {
    return Conversions.toPropertyKey(vm, value);
  }

  /** The key of an index up to 2^53. */
  public long indexKey(long index) {
    return index <= PropertyKey.LARGEST_INDEX ? PropertyKey.ofIndex(index) : vm.strings().key(Long.toString(index));
  }

  // Comparison

  public boolean strictEquals(long a, long b) {
    return Comparison.strictlyEqual(vm, a, b);
  }

  public boolean sameValue(long a, long b) {
    return Comparison.sameValue(vm, a, b);
  }

  public boolean sameValueZero(long a, long b) {
    return Comparison.sameValueZero(vm, a, b);
  }

  // Properties

  public long get(long object, long key) {
    return get(object, key, object);
  }

  public long get(long object, long key, long receiver) {
    requireObject(object);
    return objects.get(object, key, receiver);
  }

  public long getIndex(long object, long index) {
    requireObject(object);
    return index <= PropertyKey.LARGEST_INDEX ? objects.getIndex(object, index) : objects.get(object, indexKey(index));
  }

  /** The property with this index if there is one, else the hole. */
  public long element(long object, long index) {
    requireObject(object);
    if (Objects.kind(object) == CellKind.ARRAY) {
      long dense = Elements.getDense(Values.address(object), index);
      if (dense != Values.HOLE) {
        return dense;
      }
    }
    long key = indexKey(index);
    if (!objects.hasProperty(object, key)) {
      return Values.HOLE;
    }
    return objects.get(object, key);
  }

  /** An array's own element without asking a getter; the hole when there is none, undefined for an accessor. */
  public long ownDataElement(long object, long index) {
    PropertyDescriptor descriptor = objects.getOwnProperty(object, indexKey(index));
    return descriptor == null ? Values.HOLE : descriptor.value();
  }

  /** GetMethod of any value: a function or undefined. */
  public long getMethod(long value, long key) {
    return PropertyAccess.getMethod(vm, value, key);
  }

  /** GetV: a property of any value. */
  public long getOf(long value, long key) {
    return PropertyAccess.get(vm, value, key);
  }

  /** Invoke without arguments. */
  public long invoke(long value, long key) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle receiver = scope.hold(value);
      long method = getOf(value, key);
      if (!isCallable(method)) {
        throw vm.typeError(vm.strings().describeKey(key) + " is not a function");
      }
      return vm.call(method, receiver.get());
    }
  }

  public boolean has(long object, long key) {
    requireObject(object);
    return objects.hasProperty(object, key);
  }

  public boolean hasOwn(long object, long key) {
    requireObject(object);
    return objects.hasOwnProperty(object, key);
  }

  public boolean isOwnEnumerable(long object, long key) {
    requireObject(object);
    int attributes = objects.ownAttributes(object, key);
    return attributes >= 0 && (attributes & Attributes.ENUMERABLE) != 0;
  }

  /** The complete descriptor, or null. */
  public PropertyDescriptor getOwnProperty(long object, long key) {
    requireObject(object);
    return objects.getOwnProperty(object, key);
  }

  /** Set with the TypeError of strict code. */
  public void set(long object, long key, long value) {
    PropertyAccess.set(vm, object, key, value, true);
  }

  public boolean trySet(long object, long key, long value, long receiver) {
    requireObject(object);
    return objects.set(object, key, value, receiver);
  }

  public void setIndex(long object, long index, long value) {
    requireObject(object);
    if (index > PropertyKey.LARGEST_INDEX || !objects.setIndex(object, index, value)) {
      set(object, indexKey(index), value);
    }
  }

  /** LengthOfArrayLike. */
  public long length(long object) {
    requireObject(object);
    return isArray(object) ? Objects.arrayLength(object) : toLength(objects.get(object, names.length));
  }

  public void setLength(long object, long length) {
    if (!isArray(object) || Objects.arrayLength(object) != length || !canGrow(object)) {
      set(object, names.length, vm.number(length));
    }
  }

  /** CreateDataPropertyOrThrow. */
  public void createDataProperty(long object, long key, long value) {
    if (!objects.createDataProperty(object, key, value)) {
      throw vm.typeError(objects.hasOwnProperty(object, key) ? "Cannot redefine property: " + vm.strings().describeKey(key)
          : "Cannot define property " + vm.strings().describeKey(key) + ", object is not extensible");
    }
  }

  public boolean tryCreateDataProperty(long object, long key, long value) {
    return objects.createDataProperty(object, key, value);
  }

  public void createIndex(long object, long index, long value) {
    if (isArray(object) && index == Objects.arrayLength(object) && canGrow(object)) {
      objects.push(object, value);
    } else if (!isArray(object) || index >= Objects.arrayLength(object) || !objects.isExtensible(object)
        || !Elements.defineDense(Values.address(object), index, value)) {
      createDataProperty(object, indexKey(index), value);
    }
  }

  private boolean canGrow(long array) {
    long cell = Values.address(array);
    return Objects.arrayLength(array) < PropertyKey.LARGEST_INDEX && (Memory.getChar(cell + Layout.CELL_FLAGS) & ObjectFlags.LENGTH_READ_ONLY) == 0
        && objects.isExtensible(array);
  }

  public boolean delete(long object, long key) {
    requireObject(object);
    return objects.delete(object, key);
  }

  public void deleteIndex(long object, long index) {
    if (!objects.delete(object, indexKey(index))) {
      throw vm.typeError("Cannot delete property '" + index + "' of " + describe.objectText(object));
    }
  }

  public boolean define(long object, long key, PropertyDescriptor descriptor) {
    requireObject(object);
    return objects.defineOwnProperty(object, key, descriptor);
  }

  public void defineOrThrow(long object, long key, PropertyDescriptor descriptor) {
    requireObject(object);
    if (!objects.defineOwnProperty(object, key, descriptor)) {
      String name = vm.strings().describeKey(key);
      throw vm.typeError(objects.hasOwnProperty(object, key) ? "Cannot redefine property: " + name
          : "Cannot define property " + name + ", object is not extensible");
    }
  }

  /** [[OwnPropertyKeys]], alive until the scope is closed. */
  public KeyList ownKeys(HandleScope scope, long object) {
    requireObject(object);
    return scope.hold(objects.ownKeys(object));
  }

  /** EnumerableOwnProperties of kind key, alive until the scope is closed: names, no symbols. */
  public KeyList enumerableKeys(HandleScope scope, long object) {
    KeyList all = ownKeys(scope, object);
    KeyList enumerable = keyList(scope);
    for (int i = 0; i < all.size(); i++) {
      if (!PropertyKey.isSymbol(all.get(i)) && isOwnEnumerable(object, all.get(i))) {
        enumerable.add(all.get(i));
      }
    }
    return enumerable;
  }

  /** An empty list, alive until the scope is closed. */
  public KeyList keyList(HandleScope scope) {
    return scope.hold(new KeyList());
  }

  // Prototypes and extensibility

  public long prototypeOf(long object) {
    requireObject(object);
    return objects.getPrototype(object);
  }

  public boolean setPrototype(long object, long prototype) {
    return isImmutable(object) ? prototypeOf(object) == prototype : objects.setPrototype(object, prototype);
  }

  public void setPrototypeOrThrow(long object, long prototype) {
    if (!setPrototype(object, prototype)) {
      throw vm.typeError(isImmutable(object) ? "Immutable prototype object 'Object.prototype' cannot have their prototype set"
          : objects.isExtensible(object) ? "Cyclic __proto__ value" : describe.value(object) + " is not extensible");
    }
  }

  /** Object.prototype keeps its prototype. */
  private boolean isImmutable(long object) {
    return object == vm.realm(Intrinsic.OBJECT_PROTOTYPE);
  }

  public boolean isExtensible(long object) {
    requireObject(object);
    return objects.isExtensible(object);
  }

  /** GetPrototypeFromConstructor: for an object that a constructor makes now. */
  public long prototypeFor(Arguments a, long fallback) {
    if (!a.isConstruct() || a.newTarget() == a.callee()) {
      return fallback;
    }
    long prototype = objects.get(a.newTarget(), names.prototype);
    return isObject(prototype) ? prototype : fallback;
  }

  /** SpeciesConstructor. */
  public long speciesConstructor(long object, long fallback) {
    long constructor = get(object, names.constructor);
    if (constructor == Values.UNDEFINED) {
      return fallback;
    }
    if (!isObject(constructor)) {
      throw vm.typeError("The .constructor property is not an object");
    }
    long species = get(constructor, vm.symbol(WellKnownSymbol.SPECIES));
    if (Values.isNullish(species)) {
      return fallback;
    }
    if (!isConstructor(species)) {
      throw vm.typeError("object.constructor[Symbol.species] is not a constructor");
    }
    return species;
  }

  /** OrdinaryHasInstance. */
  public boolean ordinaryHasInstance(long constructor, long value) {
    return Instances.ordinaryHasInstance(vm, constructor, value);
  }

  // Objects made

  /** Object.create of an object or null. */
  public long newObject(long prototype) {
    return objects.factory().newPlain(prototype);
  }

  public long newHost(long prototype, Object payload) {
    return objects.factory().newHost(prototype, payload);
  }

  /** An empty Array with room for so many elements. */
  public long newArray(long capacity) {
    return objects.factory().newArrayWithCapacity(capacity);
  }

  /** An Array of holes, at most 2^32-1. */
  public long newArrayOfLength(long length) {
    return objects.factory().newArray(length);
  }

  /** An Array of these Values. */
  public long newArrayOf(long... values) {
    return objects.factory().newArrayOf(values);
  }

  public long newPair(long first, long second) {
    return objects.factory().newArrayOf(first, second);
  }

  /** A Number, String, Boolean or Symbol object. */
  public long newWrapper(long primitive, long prototype) {
    return Wrapper.create(vm, primitive, prototype);
  }

  /** The primitive of a wrapper object; any other value itself. */
  public long unwrapped(long value) {
    long primitive = Wrapper.primitiveOf(vm, value);
    return primitive == Values.HOLE ? value : primitive;
  }

  /** CreateIterResultObject. */
  public long iteratorResult(long value, boolean done) {
    return Iterators.result(vm, value, done);
  }

  // Calls

  /** Calls with what CreateListFromArrayLike makes of an object. */
  public long callWithArray(long function, long thisValue, long arguments) {
    try (RootedValues list = describe.builtins().rootedValues()) {
      listFromArrayLike(list, arguments);
      return vm.call(function, thisValue, list.copy());
    }
  }

  /** CreateListFromArrayLike: adds to a list. */
  public void listFromArrayLike(RootedValues list, long arguments) {
    if (!isObject(arguments)) {
      throw vm.typeError("CreateListFromArrayLike called on non-object");
    }
    long length = length(arguments);
    for (long k = 0; k < length; k++) {
      list.add(getIndex(arguments, k));
    }
  }

  // Arithmetic of indices and lengths

  /** An argument that counts from the end when it is negative, within 0 and length. */
  public long relativeIndex(long value, long length, long whenUndefined) {
    if (value == Values.UNDEFINED) {
      return whenUndefined;
    }
    double relative = toInteger(value);
    return (long) (relative < 0 ? Math.max(length + relative, 0) : Math.min(relative, length));
  }

  /** Within 0 and most. */
  public long clamp(double value, long most) {
    return (long) Math.min(Math.max(value, 0), most);
  }

  public void checkStringLength(double length) {
    if (length > Strings.LONGEST) {
      throw vm.rangeError("Invalid string length");
    }
  }
}
