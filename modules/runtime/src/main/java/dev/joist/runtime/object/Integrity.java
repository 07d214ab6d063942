package dev.joist.runtime.object;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.shape.ObjectFlags;
import dev.joist.runtime.shape.Shape;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Sealing and freezing. Source: ECMAScript 2025, 7.3.15 SetIntegrityLevel, 7.3.16 TestIntegrityLevel. */
public final class Integrity {
  private final Objects objects;
  private final NamedProperties named;
  private final Elements elements;

  Integrity(Objects objects, NamedProperties named, Elements elements) {
    this.objects = objects;
    this.named = named;
    this.elements = elements;
  }

  private static boolean isPlain(long cell) {
    return (NamedProperties.flags(cell) & (ObjectFlags.EXOTIC | ObjectFlags.GLOBAL)) == 0;
  }

  /** Makes an object frozen, or else sealed; false when it is refused. */
  public boolean restrict(long object, boolean frozen) {
    long cell = Values.address(object);
    if (!isPlain(cell)) {
      return restrictOneByOne(object, frozen);
    }
    Shape shape = objects.completeShape(cell);
    elements.restrict(cell, frozen);
    named.reshape(cell, objects.shapes().restrict(shape, frozen));
    if (frozen && shape.kind() == CellKind.ARRAY) {
      Memory.putChar(cell + Layout.CELL_FLAGS, NamedProperties.flags(cell) | ObjectFlags.LENGTH_READ_ONLY);
    }
    return true;
  }

  private boolean restrictOneByOne(long object, boolean frozen) {
    if (!objects.preventExtensions(object)) {
      return false;
    }
    try (var scope = objects.heap().openScope()) {
      scope.hold(object);
      KeyList keys = scope.hold(objects.ownKeys(object));
      for (int i = 0; i < keys.size(); i++) {
        PropertyDescriptor change = new PropertyDescriptor().setAttribute(Attributes.CONFIGURABLE, false);
        if (frozen) {
          PropertyDescriptor current = objects.getOwnProperty(object, keys.get(i));
          if (current == null) {
            continue;
          }
          if (!current.isAccessor()) {
            change.setAttribute(Attributes.WRITABLE, false);
          }
        }
        if (!objects.defineOwnProperty(object, keys.get(i), change)) {
          throw objects.calls().typeError("Cannot redefine property: " + objects.strings().describeKey(keys.get(i)));
        }
      }
    }
    return true;
  }

  /** Whether an object is frozen, or else at least sealed. */
  public boolean test(long object, boolean frozen) {
    if (objects.isExtensible(object)) {
      return false;
    }
    long cell = Values.address(object);
    if (!isPlain(cell)) {
      return testOneByOne(object, frozen);
    }
    Shape shape = objects.completeShape(cell);
    int unwanted = Attributes.CONFIGURABLE | (frozen ? Attributes.WRITABLE : 0);
    for (int i = 0; i < shape.entryCount(); i++) {
      if (shape.key(i) != 0 && !PropertyKey.isPrivate(shape.key(i)) && (shape.attributes(i) & unwanted) != 0) {
        return false;
      }
    }
    return elements.allLack(cell, unwanted)
        && !(frozen && shape.kind() == CellKind.ARRAY && !objects.arrayLength().isReadOnly(cell));
  }

  private boolean testOneByOne(long object, boolean frozen) {
    try (var scope = objects.heap().openScope()) {
      scope.hold(object);
      KeyList keys = scope.hold(objects.ownKeys(object));
      for (int i = 0; i < keys.size(); i++) {
        PropertyDescriptor current = objects.getOwnProperty(object, keys.get(i));
        if (current != null && (current.attribute(Attributes.CONFIGURABLE) || frozen && current.attribute(Attributes.WRITABLE))) {
          return false;
        }
      }
    }
    return true;
  }
}
