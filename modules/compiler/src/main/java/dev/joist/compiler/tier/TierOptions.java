package dev.joist.compiler.tier;

/**
 * @param enabled whether anything is compiled
 * @param callThreshold calls after which a function is compiled, at least 1
 * @param failEveryGuardOnce a test mode: every guard fails on its first use
 * @param sampleInterval executed instructions from one sample of a profile to the next; 0: no profile
 */
public record TierOptions(boolean enabled, int callThreshold, boolean failEveryGuardOnce, long sampleInterval) {
  private static final int LOOP_FACTOR = 10;

  /** Without a profile. */
  public TierOptions(boolean enabled, int callThreshold, boolean failEveryGuardOnce) {
    this(enabled, callThreshold, failEveryGuardOnce, 0);
  }

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
