package dev.joist.runtime.shape;

import dev.joist.spi.layout.Layout;

/** Bits in the flags of an object cell's header. */
public final class ObjectFlags {
  /** Some shape has this object as its prototype. Its own shapes are then its alone. */
  public static final int PROTOTYPE = 1;
  /** The payload decides what properties there are. */
  public static final int EXOTIC = Layout.OBJECT_FLAG_EXOTIC;
  /** ARRAY: the length is read-only. */
  public static final int LENGTH_READ_ONLY = Layout.ARRAY_FLAG_LENGTH_READ_ONLY;
  /** Named data properties lie in GLOBAL cells. */
  public static final int GLOBAL = 8;
  /** Some of the named properties are defined when they are first asked for. */
  public static final int LAZY = 16;
  /** Inline caches rely on what this object, a prototype, has and has not. */
  public static final int WATCHED = 32;
  /** This prototype has changed so often that inline caches had better not rely on it. */
  public static final int UNSTABLE = 64;

  private ObjectFlags() {}
}
