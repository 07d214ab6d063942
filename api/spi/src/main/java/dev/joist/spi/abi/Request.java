package dev.joist.spi.abi;

/**
 * What machine code asks of Java: the first argument of {@code dispatch}. The active frame's base stands in the
 * context.
 */
public final class Request {
  private Request() {}

  /**
   * Executes the meaning of the instruction at the offset that is the argument. Answers the offset of the next
   * instruction, or {@link #THROWN}, or {@link #FINISHED}.
   */
  public static final int MEANING = 0;

  /**
   * Executes the frame, whose header is written, from its start. The argument is argc. Answers the result or EXCEPTION.
   */
  public static final int INTERPRET = 1;

  /**
   * Deoptimization: executes the frame from an offset to its end. The argument: {@link #resumption}. Answers the result
   * or EXCEPTION.
   */
  public static final int RESUME = 2;

  /**
   * A safepoint; the argument is the offset of the back-edge. Answers its target's offset, {@link #THROWN} or {@link
   * #FINISHED}.
   */
  public static final int POLL = 3;

  /**
   * Prologue: the stack limit is passed, or an interrupt wanted. Answers 0 to go on, or {@link #THROWN}. The argument
   * is argc.
   */
  public static final int ENTRY_CHECK = 4;

  /** As INTERPRET, for a frame entered by Construct: the object is made if the function needs one. */
  public static final int CONSTRUCT = 5;

  /**
   * A compiled base constructor is about to be entered: makes `this` and stores it in r0. Answers 0 or {@link #THROWN}.
   * The argument is argc.
   */
  public static final int CREATE_THIS = 6;

  /**
   * Puts a double into a cell; the argument is its bits. Never collects, and answers the Value whatever happens.
   */
  public static final int BOX_DOUBLE = 7;

  /**
   * Executes the meaning of the instruction at the offset that is the argument, which leaves the frame. Answers {@link
   * #FINISHED}, with what the frame's caller gets, or {@link #THROWN}.
   */
  public static final int SUSPEND = 8;

  public static final int RESUME_GUARD_SHIFT = 20;
  public static final int RESUME_REASON_SHIFT = 40;
  public static final int RESUME_OFFSET_MASK = (1 << 20) - 1;

  /**
   * The argument of {@link #RESUME}.
   *
   * @param offset where to go on
   * @param guard offset of the instruction whose guard failed
   * @param reason ordinal of the dev.joist.spi.opcode.DeoptReason
   */
  public static long resumption(int offset, int guard, int reason) {
    return offset | (long) guard << RESUME_GUARD_SHIFT | (long) reason << RESUME_REASON_SHIFT;
  }

  /** Answer: an exception is pending. */
  public static final long THROWN = -1;

  /** Answer: Java has executed the frame to its end, or suspended it; the result, or EXCEPTION, is in the context's result word. */
  public static final long FINISHED = -2;
}
