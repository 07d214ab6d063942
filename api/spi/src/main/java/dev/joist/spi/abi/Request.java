package dev.joist.spi.abi;

/** What machine code asks of Java: the first argument of {@code dispatch}. The active frame's base stands in the context. */
public final class Request {
  private Request() {}

  /**
   * Executes the meaning of the instruction at the offset that is the argument. Answers the offset of the next
   * instruction, or {@link #THROWN}, or {@link #FINISHED}.
   */
  public static final int MEANING = 0;

  /** Executes the frame, whose header is written, from its start. The argument is argc. Answers the result or EXCEPTION. */
  public static final int INTERPRET = 1;

  /**
   * Deoptimization: executes the frame from the offset in the low 32 bits of the argument to its end. The high 32 bits: the {@link
   * dev.joist.spi.opcode.DeoptReason}'s ordinal. Answers the result or EXCEPTION.
   */
  public static final int RESUME = 2;

  /** A safepoint; the argument is the offset of the back-edge. Answers its target's offset, {@link #THROWN} or {@link #FINISHED}. */
  public static final int POLL = 3;

  /** Prologue: the stack limit is passed, or an interrupt wanted. Answers 0 to go on, or {@link #THROWN}. The argument is argc. */
  public static final int ENTRY_CHECK = 4;

  /** As INTERPRET, for a frame entered by Construct: the object is made if the function needs one. */
  public static final int CONSTRUCT = 5;

  /** Answer: an exception is pending. */
  public static final long THROWN = -1;

  /** Answer: Java has executed the frame to its end; the result, or EXCEPTION, is in the context's result word. */
  public static final long FINISHED = -2;
}
