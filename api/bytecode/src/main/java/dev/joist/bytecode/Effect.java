package dev.joist.bytecode;

/** What an instruction may do besides writing its registers. */
public enum Effect {
  /** May throw: control may go to the covering handler. */
  THROWS,
  /** May run arbitrary code, so a collection may happen and objects may change. */
  CALLS,
  /** Switches the interpreter to another frame: call, return. */
  SWITCHES_FRAME,
  /** Polls the safepoint. */
  SAFEPOINT,
  /** Control does not continue after it (jump, return, throw). */
  TERMINATES,
  /** Leaves the frame, which a generator keeps a copy of; control comes to the next instruction when that is resumed. */
  SUSPENDS,
  /** Its result depends on the operands alone, and it has no other effect, when the operands are numbers or immediates. */
  PURE_ON_PRIMITIVES
}
