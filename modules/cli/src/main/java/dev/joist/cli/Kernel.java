package dev.joist.cli;

/**
 * One of the loops in kernels.js, with what other engines' baseline tiers execute for it: AArch64 instructions per iteration (fib: per call),
 * counted under QEMU in November 2026.
 *
 * @param name as in kernels.js
 * @param sparkplug V8 11.3, restricted to Sparkplug
 * @param jscBaseline JavaScriptCore 2.54, restricted to its Baseline tier
 * @param aim for the register allocator {@code fixed}
 */
record Kernel(String name, int sparkplug, int jscBaseline, int aim) {
  static final Kernel[] ALL = {
    new Kernel("empty", 61, 21, 15), new Kernel("intsum", 98, 38, 22), new Kernel("dblsum", 143, 62, 30), new Kernel("getprop", 105, 37, 24),
    new Kernel("setprop", 127, 47, 28), new Kernel("call", 172, 92, 60), new Kernel("method", 293, 119, 70), new Kernel("closure", 238, 140, 80),
    new Kernel("arrget", 150, 54, 32), new Kernel("arrset", 182, 66, 38), new Kernel("global", 65, 32, 22), new Kernel("alloc", 223, 134, 60),
    new Kernel("fib", 189, 90, 60),
  };

  /** What N to run with: a smaller and a larger one, whose difference is measured. */
  int[] sizes() {
    return isRecursive() ? new int[] {16, 21} : new int[] {30_000, 130_000};
  }

  /** Iterations, or calls, that a run with this N makes. */
  long iterations(int n) {
    if (!isRecursive()) {
      return n;
    }
    long calls = 1;
    long callsBefore = 1;
    for (int i = 2; i <= n; i++) {
      long next = calls + callsBefore + 1;
      callsBefore = calls;
      calls = next;
    }
    return calls;
  }

  private boolean isRecursive() {
    return name.equals("fib");
  }
}
