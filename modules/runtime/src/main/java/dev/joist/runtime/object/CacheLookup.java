package dev.joist.runtime.object;

import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.shape.ObjectFlags;
import dev.joist.runtime.shape.Shape;
import dev.joist.runtime.shape.Shapes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/**
 * What an inline cache may remember of a property access: the result of the last lookup. Reused, so read it before the next lookup. A site that
 * remembers something of a {@link #holder}, or of what is {@link Result#ABSENT} or {@link Result#ADD}ed to an object with prototypes, must be noted with
 * {@link #watch}.
 */
public final class CacheLookup {
  /** What was found. */
  public enum Result {
    /** Nothing that a shape id vouches for. */
    UNCACHEABLE,
    /** Data in the object's own slot. For a store: it is writable. */
    OWN,
    /** Data in a slot of {@link #holder}, for loads only. */
    PROTOTYPE,
    /** An ACCESSOR cell in the object's own slot. */
    OWN_ACCESSOR,
    /** An ACCESSOR cell in a slot of {@link #holder}. */
    PROTOTYPE_ACCESSOR,
    /** Not found, for loads only: undefined. */
    ABSENT,
    /** An array's length, for loads only: the u32 at ARRAY_LENGTH. */
    ARRAY_LENGTH,
    /** For stores: writing the slot and then {@link #newShapeId} adds the property, if there is room for the slot: the SLOTS cell may be missing or full. */
    ADD
  }

  private final Shapes shapes;
  private final Objects objects;
  private final PrototypeWatch watch;
  private Result result = Result.UNCACHEABLE;
  private int shapeId;
  private int newShapeId;
  private int offset;
  private boolean inline;
  private long holder;
  private long firstPrototype = Values.NULL;

  CacheLookup(Shapes shapes, Objects objects, PrototypeWatch watch) {
    this.shapes = shapes;
    this.objects = objects;
    this.watch = watch;
  }

  public Result result() {
    return result;
  }

  /** The shape that the object had. */
  public int shapeId() {
    return shapeId;
  }

  /** For ADD: the shape to give the object. */
  public int newShapeId() {
    return newShapeId;
  }

  /** Of the slot, in bytes: from the start of the cell if it is {@link #isInline}, else of the SLOTS cell (STORAGE_VALUES included). */
  public int offset() {
    return offset;
  }

  public boolean isInline() {
    return inline;
  }

  /** The Value of the prototype that has the property. */
  public long holder() {
    return holder;
  }

  /**
   * Has a site's key cleared when what was found no longer holds because of a prototype.
   *
   * @param keyAddress of a u32
   */
  public void watch(long keyAddress) {
    watch.add(keyAddress, firstPrototype);
  }

  private CacheLookup answer(Result answer) {
    result = answer;
    return this;
  }

  private void locate(Shape shape, int slot) {
    int outOfLine = slot - shape.inlineCapacity();
    inline = outOfLine < 0;
    offset = inline ? shape.inlineOffset() + 8 * slot : Layout.STORAGE_VALUES + 8 * outOfLine;
  }

  private static boolean isOpaque(long cell) {
    return (NamedProperties.flags(cell) & (ObjectFlags.EXOTIC | ObjectFlags.GLOBAL)) != 0;
  }

  /** Looks up what loading a named property of an object finds. */
  CacheLookup forLoad(long object, long key) {
    long cell = Values.address(object);
    Shape own = shapes.of(cell);
    if (PropertyKey.isIndex(key) || own.isDictionary() || isOpaque(cell)) {
      return answer(Result.UNCACHEABLE);
    }
    if (objects.definedLazily(cell, own, key)) {
      own = shapes.of(cell);
    }
    shapeId = own.id();
    firstPrototype = own.prototype();
    int entry = own.find(key);
    if (entry >= 0) {
      locate(own, own.slot(entry));
      return answer((own.attributes(entry) & Attributes.ACCESSOR) == 0 ? Result.OWN : Result.OWN_ACCESSOR);
    }
    if (objects.isLengthOfArray(own, key)) {
      return answer(Result.ARRAY_LENGTH);
    }
    return forPrototypes(key, Values.NULL);
  }

  /**
   * Looks up what loading a named property of a string finds, other than its length.
   *
   * @param prototype String.prototype, which is exotic only for its length and indices
   */
  CacheLookup forLoadOfString(long prototype, long key) {
    if (PropertyKey.isIndex(key)) {
      return answer(Result.UNCACHEABLE);
    }
    shapeId = Layout.STRING_SHAPE;
    firstPrototype = prototype;
    return forPrototypes(key, prototype);
  }

  /** @param plain an object that is known to treat this key as ordinary objects do */
  private CacheLookup forPrototypes(long key, long plain) {
    for (long above = firstPrototype; above != Values.NULL;) {
      long aboveCell = Values.address(above);
      Shape shape = shapes.of(aboveCell);
      if (above != plain && isOpaque(aboveCell) || (NamedProperties.flags(aboveCell) & ObjectFlags.UNSTABLE) != 0 || objects.isLengthOfArray(shape, key)) {
        return answer(Result.UNCACHEABLE);
      }
      if (objects.definedLazily(aboveCell, shape, key)) {
        shape = shapes.of(aboveCell);
      }
      int entry = shape.find(key);
      if (entry >= 0) {
        holder = above;
        locate(shape, shape.slot(entry));
        return answer((shape.attributes(entry) & Attributes.ACCESSOR) == 0 ? Result.PROTOTYPE : Result.PROTOTYPE_ACCESSOR);
      }
      above = shape.prototype();
    }
    return answer(Result.ABSENT);
  }

  /** Looks up what storing a named property of an object, which is the receiver, does. To be asked before the store. */
  CacheLookup forStore(long object, long key) {
    long cell = Values.address(object);
    switch (forLoad(object, key).result) {
      case OWN -> {
        Shape shape = shapes.of(cell);
        return answer((shape.attributes(shape.find(key)) & Attributes.WRITABLE) != 0 ? Result.OWN : Result.UNCACHEABLE);
      }
      case PROTOTYPE -> {
        Shape shape = shapes.of(Values.address(holder));
        return (shape.attributes(shape.find(key)) & Attributes.WRITABLE) != 0 ? forAdd(cell, key, Attributes.ALL) : answer(Result.UNCACHEABLE);
      }
      case ABSENT -> {
        return forAdd(cell, key, Attributes.ALL);
      }
      case OWN_ACCESSOR, PROTOTYPE_ACCESSOR -> {
        return this;
      }
      default -> {
        return answer(Result.UNCACHEABLE);
      }
    }
  }

  /** Looks up what defining an own property with all attributes does, whatever prototypes say: it is added, or has them already. */
  CacheLookup forDefine(long object, long key) {
    long cell = Values.address(object);
    Shape own = shapes.of(cell);
    if (PropertyKey.isIndex(key) || own.isDictionary() || isOpaque(cell) || objects.isLengthOfArray(own, key)) {
      return answer(Result.UNCACHEABLE);
    }
    firstPrototype = Values.NULL;
    int entry = own.find(key);
    if (entry >= 0) {
      shapeId = own.id();
      locate(own, own.slot(entry));
      return answer(own.attributes(entry) == Attributes.ALL ? Result.OWN : Result.UNCACHEABLE);
    }
    return forAdd(cell, key, Attributes.ALL);
  }

  /** Looks up a private name that an object has itself: prototypes and what is not there are no business of private names. */
  CacheLookup forPrivate(long object, long name) {
    long cell = Values.address(object);
    Shape own = shapes.of(cell);
    int entry = own.isDictionary() || isOpaque(cell) ? -1 : own.find(name);
    if (entry < 0) {
      return answer(Result.UNCACHEABLE);
    }
    shapeId = own.id();
    firstPrototype = Values.NULL;
    locate(own, own.slot(entry));
    return answer((own.attributes(entry) & Attributes.ACCESSOR) == 0 ? Result.OWN : Result.OWN_ACCESSOR);
  }

  /** Looks up what adding a private name does that is not there. */
  CacheLookup forPrivateAdd(long object, long name, int attributes) {
    long cell = Values.address(object);
    if (shapes.of(cell).isDictionary() || isOpaque(cell)) {
      return answer(Result.UNCACHEABLE);
    }
    firstPrototype = Values.NULL;
    return forAdd(cell, name, attributes);
  }

  /** For who asks only whether a property is there: takes its accessor for data. */
  public CacheLookup asData() {
    return result == Result.OWN_ACCESSOR ? answer(Result.OWN) : this;
  }

  /** Adding to an object that serves as a prototype must be told to the watch, so it is not cached. */
  private CacheLookup forAdd(long cell, long key, int attributes) {
    if ((NamedProperties.flags(cell) & ObjectFlags.LAZY) != 0) {
      return answer(Result.UNCACHEABLE);
    }
    Shape own = objects.completeShape(cell);
    if (!own.isExtensible() || own.isOwned() || own.entryCount() >= Shapes.MOST_PROPERTIES) {
      return answer(Result.UNCACHEABLE);
    }
    Shape added = shapes.add(own, key, attributes);
    if (added.isDictionary()) {
      return answer(Result.UNCACHEABLE);
    }
    shapeId = own.id();
    newShapeId = added.id();
    locate(added, added.slot(added.entryCount() - 1));
    return answer(Result.ADD);
  }
}
