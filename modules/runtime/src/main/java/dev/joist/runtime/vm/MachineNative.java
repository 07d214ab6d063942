package dev.joist.runtime.vm;

/**
 * Natives that have machine code besides their Java: it does what is frequent, and has Java do all else. Compiled code that calls such a native, whatever
 * it is called by, does not leave machine code then.
 */
public enum MachineNative {
  /** Also entered by construct calls. */
  ARRAY,
  ARRAY_INDEX_OF,
  ARRAY_IS_ARRAY,
  ARRAY_POP,
  ARRAY_PUSH,
  STRING_CHAR_AT,
  STRING_CHAR_CODE_AT,
  STRING_FROM_CHAR_CODE,
  STRING_INDEX_OF
}
