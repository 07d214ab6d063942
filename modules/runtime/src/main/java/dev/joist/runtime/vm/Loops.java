package dev.joist.runtime.vm;

import dev.joist.spi.layout.Layout;

/** What a back-edge does when there is something to do. */
public final class Loops {
  private Loops() {}

  /**
   * A back-edge of the topmost frame with a safepoint wanted or its counter at the threshold.
   *
   * @param site the loop's
   * @return the target, or what {@link Frames#leave} answers
   */
  public static int backEdge(Vm vm, long base, int target, int site) {
    if (vm.safepointWanted()) {
      vm.safepoint();
    }
    int[] counts = vm.function().loopCounts();
    if (counts[site] < vm.loopThreshold()) {
      return target;
    }
    counts[site] = 0;
    if (!vm.tiers().hotLoop(vm.function(), target)) {
      return target;
    }
    long result = vm.tiers().enterLoop(vm.function(), base, target);
    if (result == Layout.EXCEPTION) {
      throw vm.pending();
    }
    return Frames.leave(vm, base, result);
  }
}
