package dev.joist.runtime.object;

import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.Liveness;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.shape.ObjectFlags;
import dev.joist.runtime.shape.Shape;
import dev.joist.runtime.shape.Shapes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.HashMap;
import java.util.Map;

/**
 * ECMAScript's objects (10.1 and 10.4.2): the essential internal methods, and what is made of them. Objects and values are words (Values); keys are
 * property keys ({@link PropertyKey}). What may call a getter, a setter or an exotic object's method may collect, so the caller must
 * hold what it needs afterwards; the methods hold what they need themselves. A method that takes an object gets one: nothing is checked.
 */
public final class Objects {
  /** Slots in the cell of an object that nothing is known of: cells of 64 bytes. */
  public static final int DEFAULT_INLINE = 5;

  private final Heap heap;
  private final Strings strings;
  private final Shapes shapes;
  private final Calls calls;
  private final PrototypeWatch watch;
  private final NamedProperties named;
  private final Elements elements;
  private final OrdinaryObject ordinary;
  private final ObjectFactory factory;
  private final ArrayLength arrayLength;
  private final Integrity integrity;
  private final CacheLookup cacheLookup;
  private final ObjectLayoutTracer tracer;
  private final Map<Long, LazyProperties> lazy = new HashMap<>();
  private final long lengthKey;
  private final long nameKey;
  private final long prototypeKey;

  public Objects(Heap heap, Strings strings, Shapes shapes, Calls calls) {
    this.heap = heap;
    this.strings = strings;
    this.shapes = shapes;
    this.calls = calls;
    this.tracer = new ObjectLayoutTracer(shapes);
    this.watch = new PrototypeWatch(shapes);
    heap.addAfterMark(watch);
    this.named = new NamedProperties(heap, shapes, watch);
    this.elements = new Elements(heap);
    this.lengthKey = strings.permanentKey("length");
    this.nameKey = strings.permanentKey("name");
    this.prototypeKey = strings.permanentKey("prototype");
    this.ordinary = new OrdinaryObject(this, named, elements);
    this.factory = new ObjectFactory(heap, shapes, elements);
    this.arrayLength = new ArrayLength(heap, elements, calls);
    this.integrity = new Integrity(this, named, elements);
    this.cacheLookup = new CacheLookup(shapes, this, watch);
    heap.setObjectTracer(tracer);
    heap.addAfterMark(this::forgetDeadLazy);
  }

  /** From now on collections trace what functions refer to by their code. */
  public void setCodeTracer(CodeTracer codes) {
    tracer.setCodeTracer(codes);
  }

  /** @param address of the u32 that counts how often facts about prototypes, which sites have, have ended */
  public void countPrototypeEpochs(long address) {
    watch.countAt(address);
  }

  // Parts

  public Heap heap() {
    return heap;
  }

  public Strings strings() {
    return strings;
  }

  public Shapes shapes() {
    return shapes;
  }

  /** Makes objects. */
  public ObjectFactory factory() {
    return factory;
  }

  /** What ordinary objects do, also for an object that is exotic. */
  public OrdinaryObject ordinary() {
    return ordinary;
  }

  /** Freezing and its like. */
  public Integrity integrity() {
    return integrity;
  }

  Calls calls() {
    return calls;
  }

  ArrayLength arrayLength() {
    return arrayLength;
  }

  // What a Value is

  public static boolean isObject(long value) {
    return Values.isCell(value) && Memory.getByte(Values.address(value) + Layout.CELL_KIND) >= CellKind.FIRST_OBJECT;
  }

  /** The {@link CellKind} of a cell's Value. */
  public static int kind(long cellValue) {
    return Memory.getByte(Values.address(cellValue) + Layout.CELL_KIND);
  }

  /** True for arrays; proxies for arrays are the caller's business. */
  public static boolean isArray(long value) {
    return Values.isCell(value) && kind(value) == CellKind.ARRAY;
  }

  private static boolean isExotic(long cell) {
    return (NamedProperties.flags(cell) & ObjectFlags.EXOTIC) != 0;
  }

  /** The payload of an object of kind HOST or above, or null. */
  public Object payload(long object) {
    return heap.payloads().get(Memory.getInt(Values.address(object) + Layout.HOST_PAYLOAD));
  }

  private Exotic exotic(long cell) {
    return (Exotic) heap.payloads().get(Memory.getInt(cell + Layout.HOST_PAYLOAD));
  }

  long lengthKey() {
    return lengthKey;
  }

  /** Whether a chain of prototypes cannot be followed without asking the object. */
  boolean overridesGetPrototype(long object) {
    return isExotic(Values.address(object)) && exotic(Values.address(object)).overridesGetPrototype();
  }

  boolean isLengthOfArray(Shape shape, long key) {
    return shape.kind() == CellKind.ARRAY && key == lengthKey;
  }

  /** Defines a function's own properties, or the one that a {@link LazyProperties} has, if that was not done yet; true when it did. */
  boolean definedLazily(long cell, Shape shape, long key) {
    if ((NamedProperties.flags(cell) & ObjectFlags.LAZY) != 0 && shape.find(key) < 0) {
      // What was there all the time is no change that anybody must hear of.
      watch.suspend();
      try {
        if (lazy.get(cell).define(key)) {
          return true;
        }
      } finally {
        watch.resume();
      }
    }
    if (shape.kind() != CellKind.FUNCTION || !shape.isRoot() || key != prototypeKey && key != nameKey && key != lengthKey) {
      return false;
    }
    defineFunctionProperties(cell);
    return true;
  }

  private void defineFunctionProperties(long cell) {
    watch.suspend();
    try {
      calls.defineFunctionProperties(Values.cell(cell));
    } finally {
      watch.resume();
    }
  }

  /** Has an object's lazy properties defined, for what concerns all of them. Answers the object's shape. */
  Shape completeShape(long cell) {
    if ((NamedProperties.flags(cell) & ObjectFlags.LAZY) != 0) {
      watch.suspend();
      try {
        endLazy(Values.cell(cell)).defineAll();
      } finally {
        watch.resume();
      }
    }
    Shape shape = shapes.of(cell);
    if (shape.kind() == CellKind.FUNCTION && shape.isRoot()) {
      defineFunctionProperties(cell);
      return shapes.of(cell);
    }
    return shape;
  }

  /** Has properties of an ordinary object defined when they are first asked for. */
  public void setLazy(long object, LazyProperties properties) {
    lazy.put(Values.address(object), properties);
    long flags = Values.address(object) + Layout.CELL_FLAGS;
    Memory.putChar(flags, Memory.getChar(flags) | ObjectFlags.LAZY);
  }

  /** What {@link #setLazy} was given for an object, or null. */
  public LazyProperties lazy(long object) {
    return lazy.get(Values.address(object));
  }

  private void forgetDeadLazy(Liveness liveness) {
    lazy.keySet().removeIf(cell -> !liveness.isLive(cell));
  }

  /** Nothing is asked of an object's {@link LazyProperties} from now on. */
  public LazyProperties endLazy(long object) {
    long flags = Values.address(object) + Layout.CELL_FLAGS;
    Memory.putChar(flags, Memory.getChar(flags) & ~ObjectFlags.LAZY);
    return lazy.remove(Values.address(object));
  }

  // Get

  /** [[Get]] with the object as receiver. */
  public long get(long object, long key) {
    return get(object, key, object);
  }

  /** [[Get]]. */
  public long get(long object, long key, long receiver) {
    if (PropertyKey.isIndex(key)) {
      return getIndex(object, PropertyKey.index(key), receiver);
    }
    long cell = Values.address(object);
    while (true) {
      if (isExotic(cell)) {
        return exotic(cell).get(this, Values.cell(cell), key, receiver);
      }
      Shape shape = shapes.of(cell);
      int entry = shape.find(key);
      if (entry >= 0) {
        long value = NamedProperties.get(cell, shape, entry);
        return (shape.attributes(entry) & Attributes.ACCESSOR) == 0 ? value : callGetter(value, receiver);
      }
      if (isLengthOfArray(shape, key)) {
        return Values.number(Elements.length(cell), heap);
      }
      if (!definedLazily(cell, shape, key) || shapes.of(cell).find(key) < 0) {
        long prototype = shape.prototype();
        if (prototype == Values.NULL) {
          return Values.UNDEFINED;
        }
        cell = Values.address(prototype);
      }
    }
  }

  private long callGetter(long accessor, long receiver) {
    long getter = Accessors.getter(accessor);
    return getter == Values.UNDEFINED ? Values.UNDEFINED : calls.callGetter(getter, receiver);
  }

  /** [[Get]] of an array index, 0 to {@link PropertyKey#LARGEST_INDEX}, with the object as receiver. */
  public long getIndex(long object, long index) {
    return getIndex(object, index, object);
  }

  private long getIndex(long object, long index, long receiver) {
    long cell = Values.address(object);
    while (true) {
      if (isExotic(cell)) {
        return exotic(cell).get(this, Values.cell(cell), PropertyKey.ofIndex(index), receiver);
      }
      long dense = Elements.getDense(cell, index);
      if (dense != Values.HOLE) {
        return dense;
      }
      long value = elements.getSparse(cell, index);
      if (value != Values.HOLE) {
        return Accessors.isAccessor(value) ? callGetter(value, receiver) : value;
      }
      long prototype = shapes.of(cell).prototype();
      if (prototype == Values.NULL) {
        return Values.UNDEFINED;
      }
      cell = Values.address(prototype);
    }
  }

  // Set

  /** [[Set]] with the object as receiver; false when it cannot be set. */
  public boolean set(long object, long key, long value) {
    return set(object, key, value, object);
  }

  /** [[Set]]; false when it cannot be set. */
  public boolean set(long object, long key, long value, long receiver) {
    if (PropertyKey.isIndex(key)) {
      return setIndex(object, PropertyKey.index(key), value, receiver);
    }
    long cell = Values.address(object);
    while (true) {
      if (isExotic(cell)) {
        return exotic(cell).set(this, Values.cell(cell), key, value, receiver);
      }
      Shape shape = shapes.of(cell);
      int entry = shape.find(key);
      if (entry >= 0) {
        int attributes = shape.attributes(entry);
        if ((attributes & Attributes.ACCESSOR) != 0) {
          return callSetter(NamedProperties.get(cell, shape, entry), receiver, value);
        }
        if ((attributes & Attributes.WRITABLE) == 0) {
          return false;
        }
        if (Values.cell(cell) == receiver) {
          NamedProperties.set(cell, shape, entry, value);
          return true;
        }
        break;
      }
      if (isLengthOfArray(shape, key)) {
        if (Values.cell(cell) == receiver) {
          return arrayLength.set(cell, value);
        }
        if (arrayLength.isReadOnly(cell)) {
          return false;
        }
        break;
      }
      if (!definedLazily(cell, shape, key) || shapes.of(cell).find(key) < 0) {
        long prototype = shape.prototype();
        if (prototype == Values.NULL) {
          break;
        }
        cell = Values.address(prototype);
      }
    }
    return object == receiver ? addOwn(object, key, value, Attributes.ALL) : setOnReceiver(receiver, key, value);
  }

  private boolean callSetter(long accessor, long receiver, long value) {
    long setter = Accessors.setter(accessor);
    if (setter == Values.UNDEFINED) {
      return false;
    }
    calls.callSetter(setter, receiver, value);
    return true;
  }

  /** The end of OrdinarySet when the receiver is not the object that was asked. */
  boolean setOnReceiver(long receiver, long key, long value) {
    if (!isObject(receiver)) {
      return false;
    }
    try (HandleScope scope = heap.openScope()) {
      scope.hold(receiver);
      scope.hold(key);
      scope.hold(value);
      PropertyDescriptor existing = getOwnProperty(receiver, key);
      if (existing == null) {
        return defineOwnProperty(receiver, key, PropertyDescriptor.data(value, Attributes.ALL));
      }
      return !existing.isAccessor() && existing.attribute(Attributes.WRITABLE)
          && defineOwnProperty(receiver, key, new PropertyDescriptor().setValue(value));
    }
  }

  /** [[Set]] of an array index, 0 to {@link PropertyKey#LARGEST_INDEX}, with the object as receiver. */
  public boolean setIndex(long object, long index, long value) {
    return setIndex(object, index, value, object);
  }

  private boolean setIndex(long object, long index, long value, long receiver) {
    long cell = Values.address(object);
    if (object == receiver && !isExotic(cell) && Elements.overwriteDense(cell, index, value)) {
      return true;
    }
    while (true) {
      if (isExotic(cell)) {
        return exotic(cell).set(this, Values.cell(cell), PropertyKey.ofIndex(index), value, receiver);
      }
      long old = elements.get(cell, index);
      if (old != Values.HOLE) {
        if (Accessors.isAccessor(old)) {
          return callSetter(old, receiver, value);
        }
        if ((elements.attributes(cell, index) & Attributes.WRITABLE) == 0) {
          return false;
        }
        if (Values.cell(cell) == receiver) {
          elements.overwrite(cell, index, value);
          return true;
        }
        break;
      }
      // Compiled code fills the next holes itself where it knows that no prototype has a say.
      shapes.tellPrototype(shapes.of(cell));
      long prototype = shapes.of(cell).prototype();
      if (prototype == Values.NULL) {
        break;
      }
      cell = Values.address(prototype);
    }
    return object == receiver ? addIndex(Values.address(object), index, value, Attributes.ALL)
        : setOnReceiver(receiver, PropertyKey.ofIndex(index), value);
  }

  // Own properties

  /** [[GetOwnProperty]]: the complete descriptor, or null when there is no such property. */
  public PropertyDescriptor getOwnProperty(long object, long key) {
    long cell = Values.address(object);
    return isExotic(cell) ? exotic(cell).getOwnProperty(this, object, key) : ordinary.getOwnProperty(object, key);
  }

  /** Whether there is an own property. */
  public boolean hasOwnProperty(long object, long key) {
    long cell = Values.address(object);
    return isExotic(cell) ? exotic(cell).getOwnProperty(this, object, key) != null : ordinary.hasOwn(cell, key);
  }

  /** {@link Attributes} of an own property, or -1 when there is none. */
  public int ownAttributes(long object, long key) {
    long cell = Values.address(object);
    if (!isExotic(cell)) {
      return ordinary.hasOwn(cell, key) ? ordinary.attributes(cell, key) & ~Attributes.INDIRECT : -1;
    }
    PropertyDescriptor descriptor = exotic(cell).getOwnProperty(this, object, key);
    return descriptor == null ? -1 : descriptor.attributes() | (descriptor.isAccessor() ? Attributes.ACCESSOR : 0);
  }

  /**
   * What an own property of an ordinary object holds: a value, an ACCESSOR cell (see {@link Accessors}), or hole when there is none. For
   * private names, and for property keys where no exotic object can be.
   */
  public long ownRaw(long object, long key) {
    return ordinary.raw(Values.address(object), key);
  }

  /**
   * Adds a property that is not there to an ordinary object, without looking at prototypes.
   *
   * @param value a value, or an ACCESSOR cell if the attributes say so
   * @return false when the object is not extensible, or an array whose length is read-only would grow
   */
  public boolean addOwn(long object, long key, long value, int attributes) {
    long cell = Values.address(object);
    if (PropertyKey.isIndex(key)) {
      return addIndex(cell, PropertyKey.index(key), value, attributes);
    }
    Shape shape = shapes.of(cell);
    if (!shape.isExtensible()) {
      return false;
    }
    if (shape.kind() == CellKind.FUNCTION && shape.isRoot() && key != lengthKey && key != nameKey && key != prototypeKey) {
      defineFunctionProperties(cell);
      shape = shapes.of(cell);
    }
    named.add(cell, shape, key, value, attributes);
    return true;
  }

  private boolean addIndex(long cell, long index, long value, int attributes) {
    Shape shape = shapes.of(cell);
    if (!shape.isExtensible() || shape.kind() == CellKind.ARRAY && index >= Elements.length(cell) && arrayLength.isReadOnly(cell)) {
      return false;
    }
    elements.put(cell, index, value, attributes);
    return true;
  }

  /** Gives an ordinary object a private name, extensible or not. */
  public void addPrivate(long object, long name, long value, int attributes) {
    long cell = Values.address(object);
    named.add(cell, completeShape(cell), name, value, attributes);
  }

  /** A new ACCESSOR cell for {@link #addOwn}; each a function or undefined. */
  public long newAccessor(long getter, long setter) {
    return Accessors.create(heap, getter, setter);
  }

  /** [[DefineOwnProperty]]; false when it is refused. */
  public boolean defineOwnProperty(long object, long key, PropertyDescriptor descriptor) {
    long cell = Values.address(object);
    return isExotic(cell) ? exotic(cell).defineOwnProperty(this, object, key, descriptor) : ordinary.defineOwnProperty(object, key, descriptor);
  }

  /** CreateDataProperty: an own data property with all attributes; false when it is refused. */
  public boolean createDataProperty(long object, long key, long value) {
    return createDataProperty(object, key, value, Attributes.ALL);
  }

  /** Defines an own data property with these attributes; false when it is refused. */
  public boolean createDataProperty(long object, long key, long value, int attributes) {
    long cell = Values.address(object);
    if (!isExotic(cell) && !ordinary.hasOwn(cell, key)) {
      return addOwn(object, key, value, attributes);
    }
    return defineOwnProperty(object, key, PropertyDescriptor.data(value, attributes));
  }

  /** [[HasProperty]]. */
  public boolean hasProperty(long object, long key) {
    long cell = Values.address(object);
    while (!isExotic(cell)) {
      if (ordinary.hasOwn(cell, key)) {
        return true;
      }
      long prototype = shapes.of(cell).prototype();
      if (prototype == Values.NULL) {
        return false;
      }
      cell = Values.address(prototype);
    }
    return exotic(cell).hasProperty(this, Values.cell(cell), key);
  }

  /** [[Delete]]; false when it is refused. */
  public boolean delete(long object, long key) {
    long cell = Values.address(object);
    return isExotic(cell) ? exotic(cell).delete(this, object, key) : ordinary.delete(object, key);
  }

  /** [[OwnPropertyKeys]]: indices ascending, strings, symbols; without private names. */
  public KeyList ownKeys(long object) {
    KeyList keys = new KeyList();
    long cell = Values.address(object);
    if (isExotic(cell)) {
      exotic(cell).addOwnKeys(this, object, keys);
    } else {
      ordinary.addOwnKeys(object, keys);
    }
    return keys;
  }

  // Prototype and extensibility

  /** [[GetPrototypeOf]]: an object or null. */
  public long getPrototype(long object) {
    long cell = Values.address(object);
    return isExotic(cell) ? exotic(cell).getPrototype(this, object) : shapes.of(cell).prototype();
  }

  /** [[SetPrototypeOf]] with an object or null; false when it is refused. */
  public boolean setPrototype(long object, long prototype) {
    long cell = Values.address(object);
    return isExotic(cell) ? exotic(cell).setPrototype(this, object, prototype) : ordinary.setPrototype(object, prototype);
  }

  /** [[IsExtensible]]. */
  public boolean isExtensible(long object) {
    long cell = Values.address(object);
    return isExotic(cell) ? exotic(cell).isExtensible(this, object) : shapes.of(cell).isExtensible();
  }

  /** [[PreventExtensions]]; false when it is refused. */
  public boolean preventExtensions(long object) {
    long cell = Values.address(object);
    return isExotic(cell) ? exotic(cell).preventExtensions(this, object) : ordinary.preventExtensions(object);
  }

  // Inline caches

  /** What an inline cache may remember of loading a named property of an object. */
  public CacheLookup lookupForLoad(long object, long key) {
    return cacheLookup.forLoad(object, key);
  }

  /** What an inline cache may remember of loading a named property, not the length, of a string. */
  public CacheLookup lookupForLoadOfString(long stringPrototype, long key) {
    return cacheLookup.forLoadOfString(stringPrototype, key);
  }

  /** What an inline cache may remember of storing a named property of an object, the receiver. To be asked before the store. */
  public CacheLookup lookupForStore(long object, long key) {
    return cacheLookup.forStore(object, key);
  }

  /** What an inline cache may remember of defining an own property with all attributes. To be asked before it is done. */
  public CacheLookup lookupForDefine(long object, long key) {
    return cacheLookup.forDefine(object, key);
  }

  /** What an inline cache may remember of a private name that an object has. */
  public CacheLookup lookupForPrivate(long object, long name) {
    return cacheLookup.forPrivate(object, name);
  }

  /** What an inline cache may remember of {@link #addPrivate}. To be asked before it is done. */
  public CacheLookup lookupForAddPrivate(long object, long name, int attributes) {
    return cacheLookup.forPrivateAdd(object, name, attributes);
  }

  // The global object

  /** The address of the GLOBAL cell that holds an own data property of the global object, or 0 when there is none. */
  public long globalCell(long object, long key) {
    long cell = Values.address(object);
    Shape shape = shapes.of(cell);
    int entry = shape.find(key);
    if (entry < 0 && definedLazily(cell, shape, key)) {
      shape = shapes.of(cell);
      entry = shape.find(key);
    }
    return entry < 0 ? 0 : NamedProperties.globalCell(cell, shape, entry);
  }

  /** Gives an own data property of the global object another GLOBAL cell, if there is one: its name means something else from now on. */
  public void renewGlobalCell(long object, long key) {
    long cell = Values.address(object);
    Shape shape = shapes.of(cell);
    int entry = shape.find(key);
    if (entry >= 0) {
      named.renewGlobal(cell, shape, entry);
    }
  }

  /**
   * Makes an ordinary arguments object's first elements its function's parameters.
   *
   * @param scope the Value of the scope that has their values in its first slots
   * @param count how many of the elements are parameters
   */
  public void mapArguments(long arguments, long scope, int count) {
    factory.setPayload(arguments, new MappedArguments(elements, arguments, scope, count));
  }

  // Arrays

  /** An array's length, 0 to 2^32-1. */
  public static long arrayLength(long array) {
    return Elements.length(Values.address(array));
  }

  /** Appends to an array that is extensible and has a writable length (a fresh one). */
  public void push(long array, long value) {
    long cell = Values.address(array);
    if (!Elements.appendInPlace(cell, value)) {
      elements.put(cell, Elements.length(cell), value, Attributes.ALL);
    }
  }

  /** Makes a fresh array longer by a hole. */
  public void pushHole(long array) {
    long cell = Values.address(array);
    Memory.putLong(cell + Layout.ARRAY_LENGTH, Elements.length(cell) + 1);
  }
}
