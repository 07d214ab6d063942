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
  /** The interpreter's own; no code is compiled for it. */
  public static final int OTHER = 15;

  public static int key(int kind, int shapeId) {
    return kind << SHIFT | shapeId;
  }

  public static int kind(int key) {
    return key >>> SHIFT;
  }
}
