package dev.joist.spi.opcode;

/** Why compiled code gives up its frame. */
public enum DeoptReason {
  NOT_INT32, NOT_DOUBLE, OVERFLOW, SHAPE, CALLEE,
  /** An object of a prototype chain that the code relies on has changed. */
  PROTOTYPE,
  /** The test mode in which every guard fails on its first use. */
  FORCED
}
