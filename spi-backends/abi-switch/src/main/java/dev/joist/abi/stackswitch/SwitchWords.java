package dev.joist.abi.stackswitch;

import dev.joist.spi.layout.Layout;

/** Words of the context that this ABI uses. */
final class SwitchWords {
  private SwitchWords() {}

  /** Where the stack pointer of Java's stack is while machine code runs on its own. */
  static final int JAVA_STACK = Layout.CONTEXT_SCRATCH;
  /** Where the stack pointer of machine code's own stack is while Java runs; what is entered then starts there. */
  static final int MACHINE_STACK = Layout.CONTEXT_SCRATCH + 8;
  /** What machine code asks, or {@link #DONE}. */
  static final int REQUEST = Layout.CONTEXT_SCRATCH + 16;
  static final int ARGUMENT = Layout.CONTEXT_SCRATCH + 24;

  /** Machine code has returned. */
  static final long DONE = -1;
}
