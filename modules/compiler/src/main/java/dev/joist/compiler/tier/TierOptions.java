package dev.joist.compiler.tier;

/**
 * @param enabled whether anything is compiled
 * @param callThreshold calls after which a function is compiled, at least 1
 * @param failEveryGuardOnce a test mode: every guard fails on its first use
 */
public record TierOptions(boolean enabled, int callThreshold, boolean failEveryGuardOnce) {
  private static final int LOOP_FACTOR = 10;

  public TierOptions {
    if (callThreshold < 1) {
      throw new IllegalArgumentException("a threshold of " + callThreshold + " calls is not at least 1");
    }
  }

  /** Back-edges after which a loop is entered in compiled code. */
  int loopThreshold() {
    return callThreshold == 1 ? 1 : (int) Math.min(Integer.MAX_VALUE, (long) callThreshold * LOOP_FACTOR);
  }
}
