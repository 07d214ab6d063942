package dev.joist.runtime.object;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.shape.Attributes;
import dev.joist.spi.value.Values;

/** ECMAScript's Property Descriptor: each field may be absent. Mutable. */
public final class PropertyDescriptor implements Traced {
  private static final int HAS_VALUE = 1;
  private static final int HAS_GETTER = 2;
  private static final int HAS_SETTER = 4;

  private int present;
  /** Which of {@link Attributes#ALL} are present. */
  private int presentAttributes;
  private int attributes;
  private long value = Values.UNDEFINED;
  private long getter = Values.UNDEFINED;
  private long setter = Values.UNDEFINED;

  /** All fields absent. */
  public PropertyDescriptor() {}

  /** A complete data descriptor with some of {@link Attributes#ALL}. */
  public static PropertyDescriptor data(long value, int attributes) {
    PropertyDescriptor descriptor = new PropertyDescriptor();
    descriptor.makeData(value, attributes);
    return descriptor;
  }

  /** A complete accessor descriptor; getter and setter are functions or undefined. */
  public static PropertyDescriptor accessor(long getter, long setter, int attributes) {
    PropertyDescriptor descriptor = new PropertyDescriptor();
    descriptor.makeAccessor(getter, setter, attributes);
    return descriptor;
  }

  void makeData(long newValue, int newAttributes) {
    present = HAS_VALUE;
    presentAttributes = Attributes.ALL;
    attributes = newAttributes & Attributes.ALL;
    value = newValue;
  }

  void makeAccessor(long newGetter, long newSetter, int newAttributes) {
    present = HAS_GETTER | HAS_SETTER;
    presentAttributes = Attributes.ENUMERABLE | Attributes.CONFIGURABLE;
    attributes = newAttributes & presentAttributes;
    getter = newGetter;
    setter = newSetter;
  }

  public PropertyDescriptor setValue(long newValue) {
    value = newValue;
    present |= HAS_VALUE;
    return this;
  }

  public PropertyDescriptor setGetter(long function) {
    getter = function;
    present |= HAS_GETTER;
    return this;
  }

  public PropertyDescriptor setSetter(long function) {
    setter = function;
    present |= HAS_SETTER;
    return this;
  }

  /**
   * Makes one attribute present.
   *
   * @param attribute WRITABLE, ENUMERABLE or CONFIGURABLE
   */
  public PropertyDescriptor setAttribute(int attribute, boolean on) {
    presentAttributes |= attribute;
    attributes = on ? attributes | attribute : attributes & ~attribute;
    return this;
  }

  public boolean hasValue() {
    return (present & HAS_VALUE) != 0;
  }

  public boolean hasGetter() {
    return (present & HAS_GETTER) != 0;
  }

  public boolean hasSetter() {
    return (present & HAS_SETTER) != 0;
  }

  public boolean hasAttribute(int attribute) {
    return (presentAttributes & attribute) != 0;
  }

  /** Whether an attribute is present and on. */
  public boolean attribute(int attribute) {
    return (attributes & attribute) != 0;
  }

  /** The attributes that are present and on. */
  public int attributes() {
    return attributes;
  }

  /** Those of the given attributes, replaced by the ones that are present. */
  int attributesOver(int base) {
    return base & ~presentAttributes | attributes;
  }

  public boolean isAccessor() {
    return (present & (HAS_GETTER | HAS_SETTER)) != 0;
  }

  public boolean isData() {
    return hasValue() || hasAttribute(Attributes.WRITABLE);
  }

  public boolean isGeneric() {
    return !isAccessor() && !isData();
  }

  /** Undefined when absent. */
  public long value() {
    return value;
  }

  /** Undefined when absent. */
  public long getter() {
    return getter;
  }

  /** Undefined when absent. */
  public long setter() {
    return setter;
  }

  @Override
  public void trace(Marker marker) {
    marker.mark(value);
    marker.mark(getter);
    marker.mark(setter);
  }
}
