package dev.joist.library.typed;

import dev.joist.library.core.Inspectable;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.number.NumberParser;
import dev.joist.runtime.number.NumberText;
import dev.joist.runtime.object.ElementCount;
import dev.joist.runtime.object.Exotic;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;

/** A typed array's payload, and how its elements are properties. Source: ECMAScript 2025, 10.4.5. */
final class TypedArrayView implements Exotic, ElementCount, Traced, Inspectable {
  static final long TRACKING = -1;
  private static final int SHOWN = 100;

  private final Vm vm;
  private final ElementType type;
  private final long bufferObject;
  private final BufferContent buffer;
  private final long byteOffset;
  private final long fixedLength;
  /** Where it ends in the buffer; of a tracking one, where it begins. */
  private final long end;

  /** @param fixedLength in elements; {@link #TRACKING} when the array reaches to the end of its buffer, wherever that is */
  TypedArrayView(Vm vm, ElementType type, long bufferObject, BufferContent buffer, long byteOffset, long fixedLength) {
    this.vm = vm;
    this.type = type;
    this.bufferObject = bufferObject;
    this.buffer = buffer;
    this.byteOffset = byteOffset;
    this.fixedLength = fixedLength;
    this.end = byteOffset + Math.max(0, fixedLength) * type.bytes();
  }

  ElementType type() {
    return type;
  }

  long bufferObject() {
    return bufferObject;
  }

  BufferContent buffer() {
    return buffer;
  }

  long byteOffset() {
    return byteOffset;
  }

  boolean isTracking() {
    return fixedLength == TRACKING;
  }

  /** Whether the buffer has become too short for the array, or is detached. */
  boolean isOutOfBounds() {
    return end > buffer.length() || buffer.isDetached();
  }

  /** In elements; 0 when it is out of bounds. */
  long length() {
    if (end > buffer.length()) {
      return 0;
    }
    return fixedLength != TRACKING ? fixedLength : (buffer.length() - byteOffset) / type.bytes();
  }

  @Override
  public long iterationLength() {
    if (isOutOfBounds()) {
      throw vm.typeError("Cannot perform %ArrayIteratorPrototype%.next on a detached ArrayBuffer");
    }
    return length();
  }

  /** The address of an element that is there. */
  long at(long index) {
    return buffer.at(byteOffset + index * type.bytes());
  }

  /** An element that is there. */
  long get(long index) {
    return type.read(vm, at(index));
  }

  /** An element, undefined when it is not there (any more). */
  long element(long index) {
    return index < length() ? get(index) : Values.UNDEFINED;
  }

  /** Stores into an element if it is there. */
  void put(long index, double number) {
    if (index < length()) {
      type.write(at(index), number);
    }
  }

  /** What a key is: an element's index, {@link #NOT_THERE} for any other number, {@link #NO_NUMBER}. */
  private long index(long key) {
    if (PropertyKey.isIndex(key)) {
      long index = PropertyKey.index(key);
      return index < length() ? index : NOT_THERE;
    }
    return Strings.isString(key) && isCanonicalNumber(vm.strings().toJava(key)) ? NOT_THERE : NO_NUMBER;
  }

  private static final long NOT_THERE = -1;
  private static final long NO_NUMBER = -2;

  private static boolean isCanonicalNumber(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    if (first != '-' && first != 'I' && first != 'N' && (first < '0' || first > '9')) {
      return false;
    }
    return text.equals("-0") || NumberText.toString(NumberParser.parse(text)).equals(text);
  }

  @Override
  public PropertyDescriptor getOwnProperty(Objects objects, long object, long key) {
    long index = index(key);
    if (index == NO_NUMBER) {
      return objects.ordinary().getOwnProperty(object, key);
    }
    return index == NOT_THERE ? null : PropertyDescriptor.data(get(index), Attributes.ALL);
  }

  @Override
  public boolean hasProperty(Objects objects, long object, long key) {
    long index = index(key);
    return index == NO_NUMBER ? objects.ordinary().hasProperty(object, key) : index != NOT_THERE;
  }

  @Override
  public boolean defineOwnProperty(Objects objects, long object, long key, PropertyDescriptor descriptor) {
    long index = index(key);
    if (index == NO_NUMBER) {
      return objects.ordinary().defineOwnProperty(object, key, descriptor);
    }
    boolean refused = index == NOT_THERE || descriptor.isAccessor() || isOff(descriptor, Attributes.CONFIGURABLE)
        || isOff(descriptor, Attributes.ENUMERABLE) || isOff(descriptor, Attributes.WRITABLE);
    if (!refused && descriptor.hasValue()) {
      put(index, vm.toNumber(descriptor.value()));
    }
    return !refused;
  }

  private static boolean isOff(PropertyDescriptor descriptor, int attribute) {
    return descriptor.hasAttribute(attribute) && !descriptor.attribute(attribute);
  }

  @Override
  public long get(Objects objects, long object, long key, long receiver) {
    long index = index(key);
    if (index == NO_NUMBER) {
      return objects.ordinary().get(object, key, receiver);
    }
    return index == NOT_THERE ? Values.UNDEFINED : get(index);
  }

  @Override
  public boolean set(Objects objects, long object, long key, long value, long receiver) {
    long index = index(key);
    if (index == NO_NUMBER) {
      return objects.ordinary().set(object, key, value, receiver);
    }
    if (object == receiver) {
      double number = vm.toNumber(value);
      // The conversion may have made the buffer longer or shorter.
      if (PropertyKey.isIndex(key)) {
        put(PropertyKey.index(key), number);
      }
      return true;
    }
    return index == NOT_THERE || objects.ordinary().set(object, key, value, receiver);
  }

  @Override
  public boolean delete(Objects objects, long object, long key) {
    long index = index(key);
    return index == NO_NUMBER ? objects.ordinary().delete(object, key) : index == NOT_THERE;
  }

  /** Refused where elements can come and go. */
  @Override
  public boolean preventExtensions(Objects objects, long object) {
    return !isTracking() && !buffer.isResizable() && objects.ordinary().preventExtensions(object);
  }

  @Override
  public void addOwnKeys(Objects objects, long object, KeyList keys) {
    for (long i = 0, length = length(); i < length; i++) {
      keys.add(PropertyKey.ofIndex(i));
    }
    objects.ordinary().addOwnKeys(object, keys);
  }

  @Override
  public void trace(Marker marker) {
    marker.mark(bufferObject);
  }

  @Override
  public Shown show(long object) {
    List<Labelled> values = new ArrayList<>();
    for (long i = 0; i < Math.min(length(), SHOWN); i++) {
      values.add(new Labelled("", get(i)));
    }
    return Shown.elements(type.typeName() + "Array", length(), values);
  }
}
