package dev.joist.runtime.vm;

/** The bits of a FunctionInfo's flags word. */
public final class InfoFlags {
  public static final int NATIVE = 1;
  public static final int STRICT = 2;
  /** `new` is possible. */
  public static final int CONSTRUCTOR = 4;
  /** A call without `new` is a TypeError. */
  public static final int CLASS_CONSTRUCTOR = 8;
  /** `this` of a construct call is the hole at first: the superclass makes it. */
  public static final int DERIVED = 16;
  public static final int GENERATOR = 32;

  private InfoFlags() {}

  static int of(FunctionCode function) {
    return (function instanceof NativeCode ? NATIVE : 0) | (function.isStrict() ? STRICT : 0) | (function.isConstructor() ? CONSTRUCTOR : 0)
        | (function.isClassConstructor() ? CLASS_CONSTRUCTOR : 0) | (function.isDerivedConstructor() ? DERIVED : 0)
        | (function.isGenerator() ? GENERATOR : 0);
  }
}
