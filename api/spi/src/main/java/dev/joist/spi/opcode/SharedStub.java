package dev.joist.spi.opcode;

import dev.joist.spi.layout.Layout;

/**
 * Machine code that all compiled functions of an engine share. Called with its arguments in the context's
 * CONTEXT_STUB_ARGUMENTS; it answers there, too, and keeps all registers. See {@link LoweringContext#callStub}.
 */
public enum SharedStub {
  /**
   * Argument 0: an object's Value; 1: the property's name, as a megamorphic site has it. Answer 0: the property's
   * Value, or EXCEPTION (0) when the stub cache does not know it.
   */
  LOAD_PROPERTY,
  /** Likewise; argument 2: the Value to store. Answer 0: 0 when the stub cache does not know how. */
  STORE_PROPERTY,
  /** Argument 0: a double's bits, not canonical perhaps. Answer 0: its Value. Never collects. */
  BOX_DOUBLE,
  /** Argument 0: a double's bits. Answer 0: its ECMAScript ToInt32, zero-extended. */
  DOUBLE_TO_INT32,
  /**
   * Arguments 0 and 1: strings of one length, two cells. Answer 0: {@link #EQUAL}, {@link #DIFFERENT}, or another
   * number where one is a rope, which has to be flattened first.
   */
  STRINGS_EQUAL,
  /** Arguments 0 and 1: strings. Answer 0: their concatenation, or 0 when only Java can make it. */
  CONCAT_STRINGS,
  /**
   * Argument 0: an array's Value; 1: an int32, zero-extended, the index of an element that is not there; 2: the Value to store. Answer 0:
   * {@link #DONE}, or 0 when only Java can do that.
   */
  STORE_ELEMENT,
  /** Arguments 0 and 1: strings. Answer 0: a negative int32, 0 or a positive one as the first is less, equal or greater, or {@link #UNKNOWN}. */
  ORDER_STRINGS;

  /** Only Java can tell. */
  public static final int UNKNOWN = 0x100;
  public static final int DONE = 1;
  public static final int DIFFERENT = 0;
  public static final int EQUAL = 1;

  /** Where in the context its address stands. */
  public int contextOffset() {
    return Layout.CONTEXT_STUBS + Long.BYTES * ordinal();
  }

  /** Where in the context an argument, or the answer, stands. */
  public static int argument(int number) {
    return Layout.CONTEXT_STUB_ARGUMENTS + Long.BYTES * number;
  }
}
