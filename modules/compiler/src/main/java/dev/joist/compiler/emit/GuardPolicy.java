package dev.joist.compiler.emit;

/** A test mode: which guards fail whatever they guard. */
@FunctionalInterface
public interface GuardPolicy {
  /** Guards fail when what they guard is not so. */
  GuardPolicy HONEST = offset -> false;

  /** Whether the guards of the instruction at the offset fail now. */
  boolean failsNow(int offset);
}
