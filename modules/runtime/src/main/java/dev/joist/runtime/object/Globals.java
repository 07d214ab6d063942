package dev.joist.runtime.object;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.shape.Shape;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.HashMap;
import java.util.Map;

/**
 * Global variables: the global object's properties, and beside them top-level let, const and class. Each is a GLOBAL cell, which sites point to.
 * When a name comes to mean another cell, the old one holds a hole for ever, so whoever finds a hole must {@link #resolve} again.
 */
public final class Globals {
  private final Objects objects;
  private final NamedProperties named;
  private final Heap heap;
  /** From keys to addresses of GLOBAL cells. */
  private final Map<Long, Long> lexicals = new HashMap<>();
  private long globalObject = Values.UNDEFINED;

  Globals(Objects objects, NamedProperties named, Heap heap) {
    this.objects = objects;
    this.named = named;
    this.heap = heap;
    heap.addRoots(this::markRoots);
  }

  private void markRoots(Marker marker) {
    marker.mark(globalObject);
    lexicals.forEach((key, cell) -> {
      marker.mark(key);
      marker.markCell(cell);
    });
  }

  /** Must be called first, with what {@link ObjectFactory#newGlobalObject} made. */
  public void setGlobalObject(long object) {
    globalObject = object;
  }

  public long globalObject() {
    return globalObject;
  }

  /**
   * The address of the GLOBAL cell that a name means, or 0 when it means none: not defined, an accessor, or inherited by the global object. The value of a
   * lexical that is not initialised yet is hole. Assignments must heed {@link #isReadOnly}.
   */
  public long resolve(long key) {
    Long lexical = lexicals.get(key);
    if (lexical != null) {
      return lexical;
    }
    long cell = Values.address(globalObject);
    Shape shape = objects.shapes().of(cell);
    int entry = shape.find(key);
    return entry < 0 ? 0 : NamedProperties.globalCell(cell, shape, entry);
  }

  /** Whether an assignment must not store into a GLOBAL cell: a const, or a property that is not writable. */
  public static boolean isReadOnly(long globalCell) {
    return (Memory.getChar(globalCell + Layout.CELL_FLAGS) & Layout.GLOBAL_FLAG_READ_ONLY) != 0;
  }

  /** Whether the name is a top-level let, const or class. */
  public boolean isLexical(long key) {
    return lexicals.containsKey(key);
  }

  /** Whether the global object has a property of this name that cannot be removed, which a lexical must not hide. */
  public boolean isRestricted(long key) {
    int attributes = objects.ownAttributes(globalObject, key);
    return attributes >= 0 && (attributes & Attributes.CONFIGURABLE) == 0;
  }

  /**
   * Declares a top-level let, const or class, uninitialised. The caller has excluded {@link #isLexical} and {@link #isRestricted} names.
   *
   * @return the address of its GLOBAL cell
   */
  public long declareLexical(long key, boolean constant) {
    long global = heap.allocate(CellKind.GLOBAL, 0, Layout.GLOBAL_VALUE + 8);
    Memory.putChar(global + Layout.CELL_FLAGS, constant ? Layout.GLOBAL_FLAG_READ_ONLY : 0);
    Memory.putLong(global + Layout.GLOBAL_VALUE, Values.HOLE);
    lexicals.put(key, global);
    long cell = Values.address(globalObject);
    Shape shape = objects.shapes().of(cell);
    int hidden = shape.find(key);
    if (hidden >= 0) {
      named.renewGlobal(cell, shape, hidden);
    }
    return global;
  }

  /** Whether a var of this name can be declared (CanDeclareGlobalVar). */
  public boolean canDeclareVar(long key) {
    return objects.hasOwnProperty(globalObject, key) || objects.isExtensible(globalObject);
  }

  /** Declares a var: undefined, unless the property is there. */
  public void declareVar(long key) {
    if (!objects.hasOwnProperty(globalObject, key)) {
      objects.addOwn(globalObject, key, Values.UNDEFINED, Attributes.WRITABLE | Attributes.ENUMERABLE);
    }
  }

  /** Whether a function of this name can be declared (CanDeclareGlobalFunction). */
  public boolean canDeclareFunction(long key) {
    int attributes = objects.ownAttributes(globalObject, key);
    int needed = Attributes.WRITABLE | Attributes.ENUMERABLE;
    return attributes < 0 ? objects.isExtensible(globalObject)
        : (attributes & Attributes.CONFIGURABLE) != 0 || (attributes & Attributes.ACCESSOR) == 0 && (attributes & needed) == needed;
  }

  /** Declares a function: the property is made afresh where that is possible, and undefined until the function is assigned. */
  public void declareFunction(long key) {
    int attributes = objects.ownAttributes(globalObject, key);
    PropertyDescriptor descriptor = new PropertyDescriptor().setValue(Values.UNDEFINED);
    if (attributes < 0 || (attributes & Attributes.CONFIGURABLE) != 0) {
      descriptor.setAttribute(Attributes.WRITABLE, true).setAttribute(Attributes.ENUMERABLE, true).setAttribute(Attributes.CONFIGURABLE, false);
    }
    objects.defineOwnProperty(globalObject, key, descriptor);
  }
}
