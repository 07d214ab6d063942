package dev.joist.runtime.object;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.Arrays;

/**
 * An arguments object whose first elements are the parameters (10.4.4): their values lie in the function's scope, in its first slots. Such an
 * element is a hole in the object's own storage, so that whoever looks there asks here. All else about the object is ordinary.
 */
final class MappedArguments implements Exotic, Traced {
  /** In {@link #attributes}: the element is the object's own, or there is none. */
  private static final byte UNMAPPED = -1;

  private final Elements elements;
  private final long scope;
  private final byte[] attributes;

  /** Takes the elements that are parameters over from the object's storage; the scope's slots have the values. */
  MappedArguments(Elements elements, long object, long scope, int count) {
    this.elements = elements;
    this.scope = scope;
    this.attributes = new byte[count];
    Arrays.fill(attributes, (byte) Attributes.ALL);
    for (int i = 0; i < count; i++) {
      elements.remove(Values.address(object), i);
    }
  }

  private boolean isMapped(long key) {
    return PropertyKey.isIndex(key) && PropertyKey.index(key) < attributes.length && attributes[(int) PropertyKey.index(key)] != UNMAPPED;
  }

  private static long slot(long index) {
    return Layout.SCOPE_SLOTS + 8 * index;
  }

  private long value(long index) {
    return Memory.getLong(Values.address(scope) + slot(index));
  }

  @Override
  public PropertyDescriptor getOwnProperty(Objects objects, long object, long key) {
    if (!isMapped(key)) {
      return objects.ordinary().getOwnProperty(object, key);
    }
    long index = PropertyKey.index(key);
    return PropertyDescriptor.data(value(index), attributes[(int) index]);
  }

  @Override
  public boolean defineOwnProperty(Objects objects, long object, long key, PropertyDescriptor descriptor) {
    if (!isMapped(key)) {
      return objects.ordinary().defineOwnProperty(object, key, descriptor);
    }
    int index = (int) PropertyKey.index(key);
    long cell = Values.address(object);
    // It is an ordinary element while it is defined, and stays one if it is to be no parameter any more.
    elements.put(cell, index, value(index), attributes[index]);
    boolean defined = objects.ordinary().defineOwnProperty(object, key, descriptor);
    int now = elements.attributes(cell, index) & ~Attributes.INDIRECT;
    if (defined && descriptor.hasValue()) {
      Heap.store(Values.address(scope), slot(index), descriptor.value());
    }
    boolean mapped = (now & Attributes.ACCESSOR) == 0 && (now & Attributes.WRITABLE) != 0;
    attributes[index] = mapped ? (byte) now : UNMAPPED;
    if (mapped) {
      elements.remove(cell, index);
    }
    return defined;
  }

  @Override
  public long get(Objects objects, long object, long key, long receiver) {
    return isMapped(key) ? value(PropertyKey.index(key)) : objects.ordinary().get(object, key, receiver);
  }

  @Override
  public boolean set(Objects objects, long object, long key, long value, long receiver) {
    if (object != receiver || !isMapped(key)) {
      return objects.ordinary().set(object, key, value, receiver);
    }
    Heap.store(Values.address(scope), slot(PropertyKey.index(key)), value);
    return true;
  }

  @Override
  public boolean delete(Objects objects, long object, long key) {
    if (!isMapped(key)) {
      return objects.ordinary().delete(object, key);
    }
    int index = (int) PropertyKey.index(key);
    if ((attributes[index] & Attributes.CONFIGURABLE) == 0) {
      return false;
    }
    attributes[index] = UNMAPPED;
    return true;
  }

  @Override
  public void addOwnKeys(Objects objects, long object, KeyList keys) {
    KeyList own = new KeyList();
    objects.ordinary().addOwnKeys(object, own);
    int mapped = 0;
    for (int i = 0; i < own.size(); i++) {
      long key = own.get(i);
      mapped = addMapped(mapped, PropertyKey.isIndex(key) ? PropertyKey.index(key) : attributes.length, keys);
      keys.add(key);
    }
    addMapped(mapped, attributes.length, keys);
  }

  /** Adds the mapped elements from an index up to another; answers where to go on. */
  private int addMapped(int from, long to, KeyList keys) {
    int index = from;
    for (; index < to && index < attributes.length; index++) {
      if (attributes[index] != UNMAPPED) {
        keys.add(PropertyKey.ofIndex(index));
      }
    }
    return index;
  }

  @Override
  public void trace(Marker marker) {
    marker.mark(scope);
  }
}
