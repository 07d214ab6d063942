package dev.joist.spi.layout;

/** What a PROPERTY site's facts mean; stands in the top 4 bits of its key. See docs/spec/frames-and-values.md. */
public final class PropertyKind {
  private PropertyKind() {}

  /** Shape ids are below 1 &lt;&lt; SHIFT. */
  public static final int SHIFT = 28;

  public static final int OWN_INLINE = 0;
  public static final int OWN_SLOTS = 1;
  public static final int HOLDER_INLINE = 2;
  public static final int HOLDER_SLOTS = 3;
  public static final int ADD_INLINE = 4;
  public static final int ADD_SLOTS = 5;
  /** Get: there is no such property. */
  public static final int ABSENT = 6;
  /** Get: the length of an array. */
  public static final int ARRAY_LENGTH = 7;
  /** Added to one of the first four: the slot holds an ACCESSOR cell. */
  public static final int ACCESSOR = 8;
  /** The interpreter's own; no code is compiled for it. */
  public static final int OTHER = 15;

  public static int key(int kind, int shapeId) {
    return kind << SHIFT | shapeId;
  }

  public static int kind(int key) {
    return key >>> SHIFT;
  }

  /** Whether the slot holds an ACCESSOR cell. */
  public static boolean isAccessor(int kind) {
    return kind >= ACCESSOR && kind < ACCESSOR + ADD_INLINE;
  }

  /** Whether facts of this kind end when an object of a prototype chain changes. */
  public static boolean concernsPrototypes(int kind) {
    return switch (kind) {
      case OWN_INLINE, OWN_SLOTS, ARRAY_LENGTH, OWN_INLINE + ACCESSOR, OWN_SLOTS + ACCESSOR -> false;
      default -> true;
    };
  }

  // What else a PROPERTY site knows: its last word

  /** Facts that a site has room for; with more shapes it is megamorphic. */
  public static final int MOST_FACTS = 4;

  private static final int NAME_BITS = 48;
  private static final int KIND_BITS = 4;
  private static final long MEGAMORPHIC = 0xFFFF;

  /** The last word of a site with a table of facts. */
  public static long polymorphic(long table, int kinds) {
    return (long) kinds << NAME_BITS | table;
  }

  /** The last word of a site whose facts are in the stub cache. */
  public static long megamorphic(long name) {
    return MEGAMORPHIC << NAME_BITS | name;
  }

  public static boolean isMegamorphic(long word) {
    return word >>> NAME_BITS == MEGAMORPHIC;
  }

  /** Address of the table of facts, or what the stub cache calls the property. */
  public static long tableOrName(long word) {
    return word & (1L << NAME_BITS) - 1;
  }

  /** What kinds of facts there are: 16 bits, 0 for none. */
  public static int kinds(long word) {
    return (int) (word >>> NAME_BITS);
  }

  /** The kind of a fact of the table, or -1. */
  public static int kindAt(int kinds, int index) {
    return (kinds >>> KIND_BITS * index & (1 << KIND_BITS) - 1) - 1;
  }

  /** The kinds with that of a fact. */
  public static int withKind(int kinds, int index, int kind) {
    int shift = KIND_BITS * index;
    return kinds & ~((1 << KIND_BITS) - 1 << shift) | kind + 1 << shift;
  }
}
