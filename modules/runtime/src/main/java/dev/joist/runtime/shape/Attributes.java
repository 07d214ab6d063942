package dev.joist.runtime.shape;

/** Attribute bits of a property. */
public final class Attributes {
  public static final int WRITABLE = 1;
  public static final int ENUMERABLE = 2;
  public static final int CONFIGURABLE = 4;
  /** The slot holds an ACCESSOR cell (getter at +8, setter at +16, each a function or undefined). Never together with {@link #WRITABLE}. */
  public static final int ACCESSOR = 8;
  /** The slot holds a GLOBAL cell, which holds the value: properties of the global object. */
  public static final int INDIRECT = 16;

  /** What an assignment creates. */
  public static final int ALL = WRITABLE | ENUMERABLE | CONFIGURABLE;
  /** What built-in functions and class methods have. */
  public static final int METHOD = WRITABLE | CONFIGURABLE;
  public static final int NONE = 0;

  private Attributes() {}
}
