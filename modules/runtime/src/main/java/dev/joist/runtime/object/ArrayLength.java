package dev.joist.runtime.object;

import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.shape.ObjectFlags;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** The {@code length} of arrays, by cell address. Source: ECMAScript 2025, 10.4.2.4 ArraySetLength. */
final class ArrayLength {
  private static final double LIMIT = 0x1p32;

  private final Heap heap;
  private final Elements elements;
  private final Calls calls;

  ArrayLength(Heap heap, Elements elements, Calls calls) {
    this.heap = heap;
    this.elements = elements;
    this.calls = calls;
  }

  boolean isReadOnly(long array) {
    return (NamedProperties.flags(array) & ObjectFlags.LENGTH_READ_ONLY) != 0;
  }

  void makeReadOnly(long array) {
    elements.trim(array);
    Memory.putChar(array + Layout.CELL_FLAGS, NamedProperties.flags(array) | ObjectFlags.LENGTH_READ_ONLY);
  }

  /** Assigns; false when it is refused. May call JavaScript to make a number of the value. */
  boolean set(long array, long value) {
    if (isReadOnly(array)) {
      // Refused in any case, but the conversion's effects and errors come first.
      toLength(array, value);
      return false;
    }
    long length = toLength(array, value);
    if (isReadOnly(array)) {
      return length == Elements.length(array);
    }
    return elements.setLength(array, length);
  }

  private long toLength(long array, long value) {
    double length;
    if (Values.isNumber(value)) {
      length = Values.asNumber(value);
    } else {
      try (HandleScope scope = heap.openScope()) {
        scope.hold(Values.cell(array));
        Handle held = scope.hold(value);
        // Converted twice, as ECMAScript has it: ToUint32, then ToNumber; they must agree.
        long first = (long) calls.toNumber(value);
        length = calls.toNumber(held.get());
        if ((first & 0xFFFF_FFFFL) != length) {
          length = -1;
        }
      }
    }
    if (length < 0 || length >= LIMIT || length != Math.floor(length)) {
      throw calls.rangeError("Invalid array length");
    }
    return (long) length;
  }

  /** [[DefineOwnProperty]] of an array's length. */
  boolean define(long array, PropertyDescriptor descriptor) {
    long wanted = Elements.length(array);
    if (descriptor.hasValue()) {
      wanted = toLength(array, descriptor.value());
    }
    if (descriptor.isAccessor() || descriptor.attribute(Attributes.CONFIGURABLE) || descriptor.attribute(Attributes.ENUMERABLE)) {
      return false;
    }
    if (isReadOnly(array)) {
      return !descriptor.attribute(Attributes.WRITABLE) && wanted == Elements.length(array);
    }
    boolean reached = elements.setLength(array, wanted);
    if (descriptor.hasAttribute(Attributes.WRITABLE) && !descriptor.attribute(Attributes.WRITABLE)) {
      makeReadOnly(array);
    }
    return reached;
  }

  /** The attributes of the property. */
  int attributes(long array) {
    return isReadOnly(array) ? Attributes.NONE : Attributes.WRITABLE;
  }
}
