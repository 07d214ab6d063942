package dev.joist.runtime.vm;

import java.util.List;

/** The compiler, as runtime and interpreter see it. Called on the engine's thread. */
public interface TierController {
  /** Does nothing: everything stays interpreted. */
  TierController NONE = new TierController() {
    @Override
    public int callThreshold() {
      return Integer.MAX_VALUE;
    }

    @Override
    public int loopThreshold() {
      return Integer.MAX_VALUE;
    }

    @Override
    public void hot(BytecodeFunction function) {}

    @Override
    public boolean hotLoop(BytecodeFunction function, int target) {
      return false;
    }

    @Override
    public long enter(BytecodeFunction function, long base, int argc) {
      throw new IllegalStateException("nothing is compiled");
    }

    @Override
    public long enterLoop(BytecodeFunction function, long base, int target) {
      throw new IllegalStateException("nothing is compiled");
    }

    @Override
    public long enterResumed(BytecodeFunction function, long base, int offset) {
      throw new IllegalStateException("nothing is compiled");
    }
  };

  /**
   * A collection has found functions dead: no closure of theirs is left, so that nobody can call them, and no frame is theirs. Called in each
   * collection after marking, with an empty list perhaps. Allocates no cell.
   */
  default void collected(List<BytecodeFunction> dead) {}

  /** After so many calls in the interpreter {@link #hot} is asked, at each further call until the function is compiled or declined. */
  int callThreshold();

  /** After so many back-edges at one JumpLoop {@link #hotLoop} is asked, at each further multiple. */
  int loopThreshold();

  /** May compile the function, and then sets {@link BytecodeFunction#setCompiled}; or declines for good. */
  void hot(BytecodeFunction function);

  /** Whether the frame can go on in compiled code at a loop's head. May compile now. */
  boolean hotLoop(BytecodeFunction function, int target);

  /**
   * Runs a compiled function on a frame whose header and arguments are written.
   *
   * @return the result, or EXCEPTION with the exception pending
   */
  long enter(BytecodeFunction function, long base, int argc);

  /** Goes on with a frame in compiled code at a loop's head, to the frame's end. As {@link #enter}. */
  long enterLoop(BytecodeFunction function, long base, int target);

  /** Goes on with a suspended frame of a compiled function behind the instruction that suspended it. As {@link #enter}. */
  long enterResumed(BytecodeFunction function, long base, int offset);
}
