package dev.joist.javascript.codegen;

/** Where a variable's value is kept. */
sealed interface Place {
  /** In a register of the function that declares it: no closure sees it. */
  record Register(int register) implements Place {}

  /** In a slot of a heap scope. */
  record Slot(ScopeFrame frame, int index) implements Place {}

  /**
   * A property of an object, if it is there: a direct eval may have declared the name.
   *
   * @param object holds the object, or undefined as long as there is none
   * @param otherwise the variable that the name means when no eval has declared it
   */
  record Dynamic(Variable object, Variable otherwise) implements Place {}

  /**
   * What a {@link Dynamic} place has turned out to be: a property, or where the name means something else if undefined is found in the register.
   *
   * @param object the register with the object of variables or undefined
   */
  record Resolved(int object, Variable otherwise) implements Place {}

  /** In the table of globals. */
  record Global() implements Place {}
}
