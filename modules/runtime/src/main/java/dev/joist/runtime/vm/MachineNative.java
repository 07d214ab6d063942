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
  ARRAY_JOIN,
  ARRAY_POP,
  ARRAY_PUSH,
  /** The global function as well. */
  NUMBER_IS_FINITE,
  /** The global function as well. */
  NUMBER_IS_NAN,
  STRING_CHAR_AT,
  STRING_CHAR_CODE_AT,
  STRING_ENDS_WITH,
  STRING_FROM_CHAR_CODE,
  STRING_INCLUDES,
  STRING_INDEX_OF,
  STRING_SLICE,
  STRING_SPLIT,
  STRING_STARTS_WITH,
  STRING_SUBSTRING,
  STRING_TO_LOWER_CASE,
  STRING_TRIM
}
