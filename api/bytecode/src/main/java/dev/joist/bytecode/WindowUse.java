package dev.joist.bytecode;

/** Which registers of its call window an instruction reads, besides the arguments. */
public enum WindowUse {
  NONE, CALLEE, CALLEE_AND_THIS
}
