package dev.joist.runtime.operations;

import dev.joist.runtime.object.Exotic;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** A String object: it has its characters and its length as own properties (10.4.3). */
public final class StringWrapper extends Wrapper implements Exotic {
  private final Strings strings;
  private final long lengthKey;

  StringWrapper(long string, Vm vm) {
    super(string);
    strings = vm.strings();
    lengthKey = vm.names().length;
  }

  /** StringGetOwnProperty. */
  private PropertyDescriptor ofString(long key) {
    if (key == lengthKey) {
      return PropertyDescriptor.data(Values.int32(strings.length(primitive())), Attributes.NONE);
    }
    if (PropertyKey.isIndex(key) && PropertyKey.index(key) < strings.length(primitive())) {
      return PropertyDescriptor.data(strings.ofChar(strings.charAt(primitive(), (int) PropertyKey.index(key))), Attributes.ENUMERABLE);
    }
    return null;
  }

  @Override
  public PropertyDescriptor getOwnProperty(Objects objects, long object, long key) {
    PropertyDescriptor own = ofString(key);
    return own != null ? own : objects.ordinary().getOwnProperty(object, key);
  }

  @Override
  public boolean defineOwnProperty(Objects objects, long object, long key, PropertyDescriptor descriptor) {
    PropertyDescriptor own = ofString(key);
    if (own == null) {
      return objects.ordinary().defineOwnProperty(object, key, descriptor);
    }
    return !descriptor.isAccessor() && !descriptor.attribute(Attributes.CONFIGURABLE) && !descriptor.attribute(Attributes.WRITABLE)
        && (!descriptor.hasAttribute(Attributes.ENUMERABLE) || descriptor.attribute(Attributes.ENUMERABLE) == own.attribute(Attributes.ENUMERABLE))
        && (!descriptor.hasValue() || sameString(descriptor.value(), own.value()));
  }

  private boolean sameString(long a, long b) {
    return a == b || Strings.isString(a) && Strings.isString(b) && strings.equals(a, b);
  }

  @Override
  public boolean delete(Objects objects, long object, long key) {
    return ofString(key) == null && objects.ordinary().delete(object, key);
  }

  @Override
  public void addOwnKeys(Objects objects, long object, KeyList keys) {
    for (int i = 0; i < strings.length(primitive()); i++) {
      keys.add(PropertyKey.ofIndex(i));
    }
    KeyList others = new KeyList();
    objects.ordinary().addOwnKeys(object, others);
    int at = 0;
    for (; at < others.size() && PropertyKey.isIndex(others.get(at)); at++) {
      keys.add(others.get(at));
    }
    keys.add(lengthKey);
    for (; at < others.size(); at++) {
      keys.add(others.get(at));
    }
  }
}
