package dev.joist.runtime.vm;

/** What all closures of a function share: linked into one engine. */
public sealed interface FunctionCode permits BytecodeFunction, NativeCode {
  /** Its number in {@link Functions}, also at {@code INFO_ID} of the info. */
  int id();

  /** The address of its FunctionInfo. */
  long info();

  /** The {@code name} property of a closure that is given no other name. */
  String name();

  /** The {@code length} property. */
  int length();

  /** Whether `new` is possible. */
  boolean isConstructor();

  /** Whether a call without `new` is a TypeError. */
  boolean isClassConstructor();

  /** Whether `this` is made by a superclass' constructor. */
  boolean isDerivedConstructor();

  /** Whether closures have a `prototype` property of their own, made when first asked for. */
  boolean hasPrototypeProperty();

  /** Whether calls answer generators; the `prototype` property then has no `constructor`. */
  boolean isGenerator();

  /** The prototype of its function objects. */
  default Intrinsic functionPrototype() {
    return Intrinsic.FUNCTION_PROTOTYPE;
  }

  boolean isStrict();

  /** The text that Function.prototype.toString answers. */
  String sourceText();
}
