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
  GENERATOR_METHOD
}
