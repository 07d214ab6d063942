package dev.joist.javascript.codegen;

import java.util.BitSet;

/**
 * The registers of a frame, taken and given back like a stack: r0 is {@code this}, parameters follow, then variables
 * and temporaries in the order of their nesting. So the next free register is always a place for a call window.
 */
final class Registers {
  /** Register operands are 8 bits wide, and a frame has at most 255. */
  static final int MAX = 255;

  private final Runnable onExhaustion;
  private final BitSet variables = new BitSet();
  private int next;
  private int highWater;

  /** @param onExhaustion throws the error that names the place */
  Registers(int fixed, Runnable onExhaustion) {
    this.onExhaustion = onExhaustion;
    this.next = fixed;
    this.highWater = fixed;
    variables.set(0, fixed);
  }

  /** A register for a value that nothing else writes until it is released. */
  int temp() {
    return range(1);
  }

  /** The first of {@code count} registers in a row. */
  int range(int count) {
    int first = next;
    next += count;
    if (next > MAX) {
      onExhaustion.run();
    }
    variables.clear(first, next);
    highWater = Math.max(highWater, next);
    return first;
  }

  /** A register for a variable: assignments may write it at any time. */
  int variable() {
    int register = temp();
    variables.set(register);
    return register;
  }

  /** True for r0, parameters and variables. */
  boolean isVariable(int register) {
    return variables.get(register);
  }

  /** Lets a variable's register serve as a temporary meanwhile: nothing sees the variable yet. */
  void asScratch(int register, Runnable action) {
    variables.clear(register);
    action.run();
    variables.set(register);
  }

  /** To be given to {@link #release}. */
  int mark() {
    return next;
  }

  /** Gives back all registers taken since the mark. */
  void release(int mark) {
    next = mark;
  }

  /** Registers that can still be taken. */
  int free() {
    return MAX - next;
  }

  /** Size of the frame. */
  int count() {
    return Math.max(1, highWater);
  }
}
