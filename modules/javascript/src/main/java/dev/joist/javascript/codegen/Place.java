package dev.joist.javascript.codegen;

/** Where a variable's value is kept. */
sealed interface Place {
  /** In a register of the function that declares it: no closure sees it. */
  record Register(int register) implements Place {}

  /** In a slot of a heap scope. */
  record Slot(ScopeFrame frame, int index) implements Place {}

  /** In the table of globals. */
  record Global() implements Place {}
}
