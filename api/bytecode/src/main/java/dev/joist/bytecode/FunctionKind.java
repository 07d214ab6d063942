package dev.joist.bytecode;

/** What sort of function a template makes. */
public enum FunctionKind {
  /** The top level of a script. */
  SCRIPT,
  /** A function declaration or expression: may be called and constructed. */
  NORMAL,
  /** Takes this, new.target and arguments from its surroundings. */
  ARROW,
  /** A method, getter or setter: cannot be constructed. */
  METHOD,
  /** A class constructor without superclass: cannot be called. */
  CLASS_CONSTRUCTOR,
  /** A class constructor with a superclass: `this` is the hole until super() returns. */
  DERIVED_CONSTRUCTOR,
  /** Makes generators when called. */
  GENERATOR,
  /** A generator method. */
  GENERATOR_METHOD,
  /** Runs until its first await when called, and answers a promise. */
  ASYNC,
  /** An async method. */
  ASYNC_METHOD,
  /** An async arrow function. */
  ASYNC_ARROW,
  /** Makes async generators when called. */
  ASYNC_GENERATOR,
  /** An async generator method. */
  ASYNC_GENERATOR_METHOD;

  /** Whether it takes this, new.target and arguments from its surroundings. */
  public boolean isArrow() {
    return this == ARROW || this == ASYNC_ARROW;
  }

  /** Whether it makes generators when called, async ones or not. */
  public boolean isGenerator() {
    return this == GENERATOR || this == GENERATOR_METHOD || this == ASYNC_GENERATOR || this == ASYNC_GENERATOR_METHOD;
  }

  /** Whether there may be an await in it. */
  public boolean isAsync() {
    return compareTo(ASYNC) >= 0;
  }
}
