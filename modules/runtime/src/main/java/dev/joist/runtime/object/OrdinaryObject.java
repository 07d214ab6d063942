package dev.joist.runtime.object;

import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.shape.Shape;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;

/**
 * The internal methods of ordinary objects, and of arrays. Where ECMAScript has them call other internal methods of the same object, they do, so that an
 * {@link Exotic} object can override some and have the rest follow.
 */
public final class OrdinaryObject {
  private final Objects objects;
  private final NamedProperties named;
  private final Elements elements;

  OrdinaryObject(Objects objects, NamedProperties named, Elements elements) {
    this.objects = objects;
    this.named = named;
    this.elements = elements;
  }

  /** The shape, after a function's own properties are there if the key is one of them. */
  private Shape shapeFor(long cell, long key) {
    Shape shape = objects.shapes().of(cell);
    return objects.definedLazily(cell, shape, key) ? objects.shapes().of(cell) : shape;
  }

  boolean hasOwn(long cell, long key) {
    if (PropertyKey.isIndex(key)) {
      return elements.get(cell, PropertyKey.index(key)) != Values.HOLE;
    }
    Shape shape = shapeFor(cell, key);
    return shape.find(key) >= 0 || objects.isLengthOfArray(shape, key);
  }

  /** A value, an ACCESSOR cell, or hole. */
  long raw(long cell, long key) {
    if (PropertyKey.isIndex(key)) {
      return elements.get(cell, PropertyKey.index(key));
    }
    Shape shape = shapeFor(cell, key);
    int entry = shape.find(key);
    if (entry >= 0) {
      return NamedProperties.get(cell, shape, entry);
    }
    return objects.isLengthOfArray(shape, key) ? Values.number(Elements.length(cell), objects.heap()) : Values.HOLE;
  }

  /** The attributes of a property that is there. */
  int attributes(long cell, long key) {
    if (PropertyKey.isIndex(key)) {
      return elements.attributes(cell, PropertyKey.index(key));
    }
    Shape shape = objects.shapes().of(cell);
    int entry = shape.find(key);
    return entry >= 0 ? shape.attributes(entry) : objects.arrayLength().attributes(cell);
  }

  /** OrdinaryGetOwnProperty: the complete descriptor, or null. */
  public PropertyDescriptor getOwnProperty(long object, long key) {
    long cell = Values.address(object);
    long raw = raw(cell, key);
    if (raw == Values.HOLE) {
      return null;
    }
    int attributes = attributes(cell, key);
    return (attributes & Attributes.ACCESSOR) == 0 ? PropertyDescriptor.data(raw, attributes)
        : PropertyDescriptor.accessor(Accessors.getter(raw), Accessors.setter(raw), attributes);
  }

  /** OrdinaryDefineOwnProperty, or an array's [[DefineOwnProperty]]; false when it is refused. */
  public boolean defineOwnProperty(long object, long key, PropertyDescriptor descriptor) {
    long cell = Values.address(object);
    if (objects.isLengthOfArray(objects.shapes().of(cell), key)) {
      return objects.arrayLength().define(cell, descriptor);
    }
    long raw = raw(cell, key);
    if (raw == Values.HOLE) {
      boolean accessor = descriptor.isAccessor();
      long value = accessor ? objects.newAccessor(descriptor.getter(), descriptor.setter()) : descriptor.value();
      return objects.addOwn(object, key, value, descriptor.attributes() | (accessor ? Attributes.ACCESSOR : 0));
    }
    int old = attributes(cell, key) & ~Attributes.INDIRECT;
    if ((old & Attributes.CONFIGURABLE) == 0 && !isCompatible(descriptor, raw, old)) {
      return false;
    }
    redefine(cell, key, descriptor, raw, old);
    return true;
  }

  /** Whether a property that is not configurable may be defined so. */
  private boolean isCompatible(PropertyDescriptor descriptor, long raw, int old) {
    if (descriptor.attribute(Attributes.CONFIGURABLE)
        || descriptor.hasAttribute(Attributes.ENUMERABLE) && descriptor.attribute(Attributes.ENUMERABLE) != ((old & Attributes.ENUMERABLE) != 0)) {
      return false;
    }
    if ((old & Attributes.ACCESSOR) != 0) {
      return !descriptor.isData() && (!descriptor.hasGetter() || descriptor.getter() == Accessors.getter(raw))
          && (!descriptor.hasSetter() || descriptor.setter() == Accessors.setter(raw));
    }
    if (descriptor.isAccessor()) {
      return false;
    }
    return (old & Attributes.WRITABLE) != 0
        || !descriptor.attribute(Attributes.WRITABLE) && (!descriptor.hasValue() || sameValue(descriptor.value(), raw));
  }

  private boolean sameValue(long a, long b) {
    if (Values.isNumber(a) && Values.isNumber(b)) {
      return Double.doubleToLongBits(Values.asNumber(a)) == Double.doubleToLongBits(Values.asNumber(b));
    }
    boolean strings = Strings.isString(a) && Strings.isString(b);
    return strings ? objects.strings().equals(a, b) : a == b;
  }

  private void redefine(long cell, long key, PropertyDescriptor descriptor, long raw, int old) {
    boolean wasAccessor = (old & Attributes.ACCESSOR) != 0;
    int kept = old & (Attributes.ENUMERABLE | Attributes.CONFIGURABLE);
    if (descriptor.isAccessor() || wasAccessor && !descriptor.isData()) {
      long getter = descriptor.hasGetter() || !wasAccessor ? descriptor.getter() : Accessors.getter(raw);
      long setter = descriptor.hasSetter() || !wasAccessor ? descriptor.setter() : Accessors.setter(raw);
      int attributes = descriptor.attributesOver(kept) & ~Attributes.WRITABLE;
      put(cell, key, objects.newAccessor(getter, setter), attributes | Attributes.ACCESSOR);
    } else {
      long value = descriptor.hasValue() ? descriptor.value() : wasAccessor ? Values.UNDEFINED : raw;
      put(cell, key, value, descriptor.attributesOver(wasAccessor ? kept : old));
    }
  }

  private void put(long cell, long key, long value, int attributes) {
    if (PropertyKey.isIndex(key)) {
      elements.put(cell, PropertyKey.index(key), value, attributes);
    } else {
      Shape shape = objects.shapes().of(cell);
      named.redefine(cell, shape, shape.find(key), value, attributes);
    }
  }

  /** OrdinaryHasProperty. */
  public boolean hasProperty(long object, long key) {
    if (objects.hasOwnProperty(object, key)) {
      return true;
    }
    long prototype = objects.getPrototype(object);
    return prototype != Values.NULL && objects.hasProperty(prototype, key);
  }

  /** OrdinaryGet. */
  public long get(long object, long key, long receiver) {
    PropertyDescriptor descriptor = objects.getOwnProperty(object, key);
    if (descriptor == null) {
      long prototype = objects.getPrototype(object);
      return prototype == Values.NULL ? Values.UNDEFINED : objects.get(prototype, key, receiver);
    }
    if (!descriptor.isAccessor()) {
      return descriptor.value();
    }
    return descriptor.getter() == Values.UNDEFINED ? Values.UNDEFINED : objects.calls().callGetter(descriptor.getter(), receiver);
  }

  /** OrdinarySet. */
  public boolean set(long object, long key, long value, long receiver) {
    PropertyDescriptor descriptor = objects.getOwnProperty(object, key);
    if (descriptor == null) {
      long prototype = objects.getPrototype(object);
      return prototype != Values.NULL ? objects.set(prototype, key, value, receiver) : objects.setOnReceiver(receiver, key, value);
    }
    if (!descriptor.isAccessor()) {
      return descriptor.attribute(Attributes.WRITABLE) && objects.setOnReceiver(receiver, key, value);
    }
    if (descriptor.setter() == Values.UNDEFINED) {
      return false;
    }
    objects.calls().callSetter(descriptor.setter(), receiver, value);
    return true;
  }

  /** OrdinaryDelete; false when it is refused. */
  public boolean delete(long object, long key) {
    long cell = Values.address(object);
    if (!hasOwn(cell, key)) {
      return true;
    }
    if ((attributes(cell, key) & Attributes.CONFIGURABLE) == 0) {
      return false;
    }
    if (PropertyKey.isIndex(key)) {
      elements.remove(cell, PropertyKey.index(key));
    } else {
      Shape shape = objects.shapes().of(cell);
      named.remove(cell, shape, shape.find(key));
    }
    return true;
  }

  /** OrdinaryOwnPropertyKeys. */
  public void addOwnKeys(long object, KeyList keys) {
    long cell = Values.address(object);
    elements.addKeys(cell, keys);
    Shape shape = objects.completeShape(cell);
    if (shape.kind() == CellKind.ARRAY) {
      keys.add(objects.lengthKey());
    }
    boolean symbols = false;
    for (int i = 0; i < shape.entryCount(); i++) {
      long key = shape.key(i);
      if (key != 0 && PropertyKey.isSymbol(key)) {
        symbols = true;
      } else if (key != 0) {
        keys.add(key);
      }
    }
    for (int i = 0; symbols && i < shape.entryCount(); i++) {
      long key = shape.key(i);
      if (key != 0 && PropertyKey.isSymbol(key) && !PropertyKey.isPrivate(key)) {
        keys.add(key);
      }
    }
  }

  /** OrdinaryGetPrototypeOf. */
  public long getPrototype(long object) {
    return objects.shapes().of(Values.address(object)).prototype();
  }

  /** OrdinarySetPrototypeOf; false when it is refused. */
  public boolean setPrototype(long object, long prototype) {
    long cell = Values.address(object);
    Shape shape = objects.shapes().of(cell);
    if (shape.prototype() == prototype) {
      return true;
    }
    if (!shape.isExtensible()) {
      return false;
    }
    for (long above = prototype; above != Values.NULL && !objects.overridesGetPrototype(above);
        above = objects.shapes().of(Values.address(above)).prototype()) {
      if (above == object) {
        return false;
      }
    }
    named.reshape(cell, objects.shapes().withPrototype(shape, prototype));
    return true;
  }

  /** OrdinaryIsExtensible. */
  public boolean isExtensible(long object) {
    return objects.shapes().of(Values.address(object)).isExtensible();
  }

  /** OrdinaryPreventExtensions: true. */
  public boolean preventExtensions(long object) {
    long cell = Values.address(object);
    named.reshape(cell, objects.shapes().preventExtensions(objects.completeShape(cell)));
    elements.trim(cell);
    return true;
  }
}
